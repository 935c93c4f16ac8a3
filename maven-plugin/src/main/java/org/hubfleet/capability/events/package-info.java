/**
 * Days on which many people come at once.
 *
 * <p>Start reading at {@link org.hubfleet.capability.events.Events}.
 */
package org.hubfleet.capability.events;
