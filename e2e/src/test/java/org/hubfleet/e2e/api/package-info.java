/**
 * Whole fleets on a real API server: the example's and that of real input.
 *
 * <p>Start reading at {@code ExampleFleetIT}.
 */
package org.hubfleet.e2e.api;
