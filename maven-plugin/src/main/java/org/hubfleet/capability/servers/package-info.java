/**
 * Kinds of servers that people choose from.
 *
 * <p>Start reading at {@link org.hubfleet.capability.servers.Servers}.
 */
package org.hubfleet.capability.servers;
