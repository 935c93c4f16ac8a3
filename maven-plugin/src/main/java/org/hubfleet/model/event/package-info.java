/**
 * The events of a hub in time, and how much room they take.
 *
 * <p>Start reading at {@link org.hubfleet.model.event.Calendar}.
 */
package org.hubfleet.model.event;
