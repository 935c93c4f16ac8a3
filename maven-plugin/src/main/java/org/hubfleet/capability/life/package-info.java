/**
 * How long servers, kernels and the hub itself last.
 *
 * <p>Start reading at {@link org.hubfleet.capability.life.Life}.
 */
package org.hubfleet.capability.life;
