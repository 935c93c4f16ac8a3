/**
 * Who puts servers onto nodes.
 *
 * <p>Start reading at {@link org.hubfleet.capability.scheduling.Scheduling}.
 */
package org.hubfleet.capability.scheduling;
