package org.hubfleet.source;

/**
 * How much one file may hold, so that no input can make a run endless.
 *
 * @param codePoints longest text
 * @param depth deepest nesting of maps and lists
 * @param nodes most values, each use of an alias counted in full
 */
record Limits(int codePoints, int depth, int nodes) {
  /** A file of {@code config/}: far above the largest real hub file (565 lines). */
  static final Limits CONFIG = new Limits(1 << 20, 60, 100_000);

  /** Our own shelves and rendered documents. */
  static final Limits OURS = new Limits(16 << 20, 200, 2_000_000);
}
