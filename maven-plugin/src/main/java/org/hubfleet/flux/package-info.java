/**
 * What a cluster's Flux is told: where the compiled tree lies, in which order to apply it, and with
 * the rights of which account.
 *
 * <p>Uses {@code verify}, {@code render} and below. Start reading at {@link
 * org.hubfleet.flux.FluxObjects}; the objects themselves stand in {@code shelf/flux/}.
 */
package org.hubfleet.flux;
