/**
 * The rules of the hub's network policies.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.network.Network}.
 */
package org.hubfleet.lower.derive.network;
