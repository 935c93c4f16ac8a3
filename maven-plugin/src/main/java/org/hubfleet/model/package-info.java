/**
 * The fleet: clusters, communities and hubs with names and links resolved and the layers of the hub
 * language merged.
 *
 * <p>Uses {@code shelf} and below. Start reading at {@link org.hubfleet.model.Fleet}, then {@link
 * org.hubfleet.model.Binder}.
 */
package org.hubfleet.model;
