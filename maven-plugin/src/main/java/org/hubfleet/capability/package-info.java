/**
 * The capabilities that compute: each lowers keys of the hub language to upstream values.
 *
 * <p>Uses {@code lower} and below. Start reading at {@link org.hubfleet.capability.Capabilities}.
 */
package org.hubfleet.capability;
