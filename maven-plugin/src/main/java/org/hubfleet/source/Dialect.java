package org.hubfleet.source;

/** How the text of a plain scalar is understood. */
public enum Dialect {
  /**
   * For files of {@code config/}: YAML 1.2's core schema, and an error for every spelling that YAML
   * 1.1 reads as another value.
   */
  STRICT,
  /**
   * For existing values files: as Helm reads them, YAML 1.1 for booleans, octal and hexadecimal
   * numbers, also in keys; the last of two equal keys counts. Each such reading is a warning.
   */
  HELM
}
