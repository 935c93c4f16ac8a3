package org.hubfleet.diagnostic;

import java.util.Locale;

/** How bad a problem is. An error stops output from being written; a warning does not. */
public enum Severity {
  ERROR,
  WARNING;

  /** The word people read: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
