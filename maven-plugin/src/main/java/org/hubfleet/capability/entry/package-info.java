/**
 * The way into a hub from outside: its domain, by whatever the cluster offers for that.
 *
 * <p>Start reading at {@link org.hubfleet.capability.entry.Entry}.
 */
package org.hubfleet.capability.entry;
