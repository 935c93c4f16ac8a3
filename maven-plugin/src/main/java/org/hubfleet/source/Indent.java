package org.hubfleet.source;

import java.util.List;
import java.util.stream.IntStream;

/** The spaces before a line. */
final class Indent {
  private static final List<String> SPACES = IntStream.range(0, 100).mapToObj(" "::repeat).toList();

  private Indent() {}

  /** So many spaces. */
  static String of(int spaces) {
    return spaces < SPACES.size() ? SPACES.get(spaces) : " ".repeat(spaces);
  }
}
