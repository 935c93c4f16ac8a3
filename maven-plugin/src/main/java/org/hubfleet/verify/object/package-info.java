/**
 * What the API server accepts of one object alone.
 *
 * <p>Uses {@code render}, {@code schema} and below. Start reading at {@link
 * org.hubfleet.verify.object.ObjectCheck}.
 */
package org.hubfleet.verify.object;
