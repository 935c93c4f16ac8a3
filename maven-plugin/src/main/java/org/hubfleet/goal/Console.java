package org.hubfleet.goal;

import org.hubfleet.diagnostic.Severity;

/** Where a shell shows lines. */
public interface Console {
  /** A line of a problem. */
  void problem(Severity severity, String line);

  /** A line of what was done or found. */
  void line(String line);

  /** A line beside the result, which must not get into it where the result is for a machine. */
  void note(String line);

  /** A whole document for a machine, as it is. */
  void document(String text);

  /** What only people who look for a bug of ours want to see. */
  void debug(String message, Throwable cause);

  /** Whether the screen has colours. */
  boolean hasColours();
}
