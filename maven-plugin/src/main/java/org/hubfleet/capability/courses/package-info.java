/**
 * Courses of a hub: groups, the rights of those who teach over the servers of those who study, and
 * memory.
 *
 * <p>Start reading at {@link org.hubfleet.capability.courses.Courses}.
 */
package org.hubfleet.capability.courses;
