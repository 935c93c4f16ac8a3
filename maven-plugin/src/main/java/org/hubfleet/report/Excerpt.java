package org.hubfleet.report;

import org.hubfleet.diagnostic.Place;

/**
 * The line a diagnostic is about and a caret below its column, for a terminal of fixed width.
 *
 * <p>Columns count Unicode code points; the caret stands below the code point whatever it is wide.
 * A line that is wide is cut around the column, with an ellipsis where something was left out.
 * Control characters, which could drive a terminal, are shown as a replacement character.
 */
record Excerpt(String line, String caret) {
  /** Code points of a line that are shown; a screen of 120 columns holds them with the margin. */
  static final int WIDEST = 100;

  private static final String ELLIPSIS = "\u2026";
  private static final int CARET_AT_MOST = WIDEST * 2 / 3;

  /** The excerpt of a line for a place in it; the caret is empty for a place without column. */
  static Excerpt of(String line, Place place) {
    int[] points = line.codePoints().toArray();
    int column = Math.min(place.column(), points.length + 1);
    int from = points.length <= WIDEST ? 0 : Math.max(0, column - 1 - CARET_AT_MOST);
    int to = Math.min(points.length, from + WIDEST);
    StringBuilder shown = new StringBuilder(from > 0 ? ELLIPSIS : "");
    int indent = shown.length();
    for (int i = from; i < to; i++) {
      shown.appendCodePoint(visible(points[i]));
      indent += i + 1 < column ? width(points[i]) : 0;
    }
    shown.append(to < points.length ? ELLIPSIS : "");
    return new Excerpt(shown.toString(), column > 0 ? " ".repeat(indent) + "^" : "");
  }

  /** A text without what could drive a terminal or break a line. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(point -> out.appendCodePoint(visible(point)));
    return out.toString();
  }

  private static int visible(int point) {
    if (point == '\t') {
      return ' ';
    }
    int type = Character.getType(point);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return hidden ? 0xFFFD : point;
  }

  /** Terminal cells of a code point: marks take none, the scripts of East Asia and emoji two. */
  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(point)
            || (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x3000 && point <= 0x30FF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xFF01 && point <= 0xFF60)
            || (point >= 0x1F300 && point <= 0x1FAFF);
    return wide ? 2 : 1;
  }
}
