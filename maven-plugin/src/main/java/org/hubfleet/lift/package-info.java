/**
 * The way back: from upstream values that stand under {@code overrides} to the lines of the hub
 * language that say the same.
 *
 * <p>Nothing here knows how capabilities lower. A lifter guesses lines, and {@link
 * org.hubfleet.lift.Lifting} keeps a guess only when compiling it gives what the values gave.
 *
 * <p>Uses {@code lower} and below. Start reading at {@link org.hubfleet.lift.Lifting}.
 */
package org.hubfleet.lift;
