package org.hubfleet.write;

import java.util.Locale;

/**
 * One file that differs from what it should be.
 *
 * @param file relative to {@code generated/}
 */
public record Change(String file, Kind kind) {
  /** What has to happen to it. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED;

    /** The word people read. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
