/**
 * Hubs to blueprints: the effective values of a hub, every leaf with its origin.
 *
 * <p>Uses {@code model} and below. Start reading at {@link org.hubfleet.lower.Lowering}.
 */
package org.hubfleet.lower;
