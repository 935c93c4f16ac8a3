/**
 * The real judges: what the compiler makes, held against a real API server and everything around
 * it.
 *
 * <p>Start reading at {@link org.hubfleet.e2e.Suite} and at the packages of the rungs.
 */
package org.hubfleet.e2e;
