/**
 * Checks of a hub's effective values before anything is rendered: do they fit the vocabulary whole,
 * and do they mean what they seem to mean.
 *
 * <p>Uses {@code lower} and below. Start reading at {@link org.hubfleet.lower.check.Checks}.
 */
package org.hubfleet.lower.check;
