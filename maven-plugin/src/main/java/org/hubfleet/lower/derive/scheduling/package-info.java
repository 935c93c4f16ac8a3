/**
 * What the scheduler of servers, their placeholders and priorities need beyond the plain values.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.scheduling.UserScheduler}.
 */
package org.hubfleet.lower.derive.scheduling;
