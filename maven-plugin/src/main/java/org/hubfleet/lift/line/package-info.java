/**
 * Guesses of lines, one class for each capability.
 *
 * <p>Start reading at {@link org.hubfleet.lift.line.Lifters}.
 */
package org.hubfleet.lift.line;
