package org.hubfleet.report;

import org.hubfleet.diagnostic.Severity;

/** Colours of a terminal, or none. */
public enum Palette {
  PLAIN,
  ANSI;

  private static final String RESET = "\u001b[0m";

  /** The word for a severity: red or yellow. */
  String severity(Severity severity) {
    return paint(severity == Severity.ERROR ? "\u001b[1;31m" : "\u001b[1;33m", severity.word());
  }

  /** What a person clicks on. */
  String strong(String text) {
    return paint("\u001b[1m", text);
  }

  /** What points at a mistake. */
  String caret(String text) {
    return paint("\u001b[1;31m", text);
  }

  /** What helps. */
  String hint(String text) {
    return paint("\u001b[36m", text);
  }

  private String paint(String start, String text) {
    return this == PLAIN || text.isEmpty() ? text : start + text + RESET;
  }
}
