/**
 * How people log in, who may, and who looks after the hub.
 *
 * <p>Start reading at {@link org.hubfleet.capability.access.Access}.
 */
package org.hubfleet.capability.access;
