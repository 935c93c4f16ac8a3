/**
 * Does our verifier say what a real API server says? Objects are changed in thousands of small
 * ways, and each is shown to both.
 *
 * <p>Start reading at {@link org.hubfleet.e2e.api.agreement.Agreement}.
 */
package org.hubfleet.e2e.api.agreement;
