/**
 * The scheduler's verdict: nodes made from the cluster file, the pods of every hub and of every
 * choice of its people upon them.
 *
 * <p>Start reading at {@link org.hubfleet.e2e.SchedulerIT}.
 */
package org.hubfleet.e2e.scheduler;
