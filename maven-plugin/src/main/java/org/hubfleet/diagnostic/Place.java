package org.hubfleet.diagnostic;

import java.util.Comparator;

/**
 * A place in a text file.
 *
 * @param file relative to the folder that holds {@code config/}, with forward slashes
 * @param line 1-based; 0 means the whole file
 * @param column 1-based, in Unicode code points; 0 means the whole line
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /** A whole file. */
  public static Place ofFile(String file) {
    return new Place(file, 0, 0);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, shorter where line or column is 0. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
