package org.hubfleet.schema.fit;

/** What is known of a value and a rule. */
enum Verdict {
  /** The value fits for certain. */
  FITS,
  /** The value does not fit for certain. */
  FAILS,
  /** Somebody else has to judge. */
  UNSURE;

  static Verdict of(boolean fits) {
    return fits ? FITS : FAILS;
  }

  /** The verdict on the opposite. */
  Verdict inverted() {
    return this == UNSURE ? UNSURE : of(this == FAILS);
  }
}
