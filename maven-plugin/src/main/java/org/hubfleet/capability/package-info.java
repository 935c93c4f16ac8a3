/**
 * The capabilities that compute: each lowers keys of the hub language to upstream values.
 *
 * <p>Uses {@code lower} and below. One package for each folder of {@code capabilities/} on the
 * shelf that names a class; nothing lists them. Start reading at {@link
 * org.hubfleet.lower.Capability}, then at {@code entry}.
 */
package org.hubfleet.capability;
