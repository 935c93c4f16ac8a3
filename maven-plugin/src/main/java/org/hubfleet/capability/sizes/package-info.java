/**
 * How much memory, CPU and cards servers get.
 *
 * <p>Start reading at {@link org.hubfleet.capability.sizes.Sizes}.
 */
package org.hubfleet.capability.sizes;
