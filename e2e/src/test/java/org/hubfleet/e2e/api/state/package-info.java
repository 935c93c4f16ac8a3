/**
 * What becomes of a hub on a real API server over time: its pods, the state before and after, and
 * what another tool left there.
 *
 * <p>Start reading at {@code PreviousStateIT}.
 */
package org.hubfleet.e2e.api.state;
