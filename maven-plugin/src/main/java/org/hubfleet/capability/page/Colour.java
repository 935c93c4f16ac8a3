package org.hubfleet.capability.page;

import org.hubfleet.source.Scalar;

/**
 * A colour of the screen, and how well two of them are told apart.
 *
 * @param said {@code #} and six hexadecimal digits
 */
record Colour(Scalar said) {
  /** The least contrast of text, by success criterion 1.4.3 (level AA) of WCAG 2.2. */
  static final double READABLE = 4.5;

  private static final String BLACK = "#000000";
  private static final String WHITE = "#ffffff";

  /** Black or white, whichever is read better on this ground; one of them always is. */
  Colour opposite() {
    Colour black = new Colour(Scalar.string(BLACK, said.origin()));
    Colour white = new Colour(Scalar.string(WHITE, said.origin()));
    return contrast(white) >= contrast(black) ? white : black;
  }

  /** The contrast ratio of WCAG 2.2, from 1 (the same) to 21 (black and white). */
  double contrast(Colour other) {
    double one = luminance();
    double two = other.luminance();
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  /** The relative luminance of WCAG 2.2, from 0 to 1. */
  private double luminance() {
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  }

  private double channel(int at) {
    double share = Integer.parseInt(said.text().substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }
}
