/**
 * The derivations: one type each for what a component's templates need beyond the plain values.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.Derivations}, which lists them in order.
 */
package org.hubfleet.lower.derive;
