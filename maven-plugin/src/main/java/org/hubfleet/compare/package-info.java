/**
 * Two outputs by meaning: the objects and fields that differ, whatever their order, quoting or
 * file.
 *
 * <p>Uses {@code render} and below. Start reading at {@link org.hubfleet.compare.Comparison}.
 */
package org.hubfleet.compare;
