/**
 * Manifests to files: the layout of {@code generated/}, what differs from what is there, and safe
 * replacement.
 *
 * <p>Uses {@code render} and below. Start reading at {@link org.hubfleet.write.Layout}.
 */
package org.hubfleet.write;
