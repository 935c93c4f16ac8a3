/**
 * Work on two processors at once whose results are those of one: in order, and of functions that
 * share nothing they change.
 *
 * <p>Uses nothing. Start reading at {@link org.hubfleet.parallel.TwoAtATime}.
 */
package org.hubfleet.parallel;
