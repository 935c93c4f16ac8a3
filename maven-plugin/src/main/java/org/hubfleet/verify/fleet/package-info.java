/**
 * What must be true across hubs: who shares a name that only one may have.
 *
 * <p>Uses {@code verify.object} and below. Start reading at {@link
 * org.hubfleet.verify.fleet.FleetCheck}.
 */
package org.hubfleet.verify.fleet;
