/** The machines of a cluster: checks their lines and shows what was computed from them. */
package org.hubfleet.capability.pools;
