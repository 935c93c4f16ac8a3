/**
 * Distributions: what many hubs have in common, shipped with the plugin or of the fleet's own.
 *
 * <p>Uses {@code shelf} and below. Start reading at {@link
 * org.hubfleet.model.distribution.Distributions}.
 */
package org.hubfleet.model.distribution;
