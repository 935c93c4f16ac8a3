package org.hubfleet.report;

/** A way to print a report for a machine. */
public interface Format {
  /** The whole document, ending in a line break. */
  String print(Report report);
}
