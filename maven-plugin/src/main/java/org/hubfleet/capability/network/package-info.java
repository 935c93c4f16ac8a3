/**
 * What servers of people may reach, and facts of a cluster's network that upstream values speak of.
 *
 * <p>Start reading at {@link org.hubfleet.capability.network.Network}.
 */
package org.hubfleet.capability.network;
