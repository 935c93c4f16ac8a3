package org.hubfleet.lower.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Judges regular expressions of Python by those of Java, which agree on nearly all people write.
 * Where they differ in spelling, the expression is respelt first.
 */
final class PythonRegex {
  private PythonRegex() {}

  /** Why it is no regular expression; absent when it is one. */
  static Optional<String> mistake(String regex) {
    try {
      Pattern.compile(inJava(regex));
      return Optional.empty();
    } catch (PatternSyntaxException broken) {
      return Optional.of(
          broken.getDescription().toLowerCase(Locale.ROOT)
              + (broken.getIndex() >= 0 ? " near character " + (broken.getIndex() + 1) : ""));
    }
  }

  /** Brackets inside a class are plain in Python; named groups are spelt with a P. */
  private static String inJava(String regex) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        char next = regex.charAt(++i);
        java.append(c).append(next == 'Z' ? 'z' : next);
      } else if (inClass && (c == '[' || c == '&')) {
        java.append('\\').append(c);
      } else if (c == '[' && !inClass) {
        inClass = true;
        java.append(c);
        if (i + 1 < regex.length() && regex.charAt(i + 1) == '^') {
          java.append(regex.charAt(++i));
        }
        if (i + 1 < regex.length() && regex.charAt(i + 1) == ']') {
          java.append('\\').append(regex.charAt(++i));
        }
      } else {
        inClass &= c != ']';
        java.append(c);
      }
    }
    return java.toString()
        .replace("(?P<", "(?<")
        .replaceAll("\\(\\?P=([A-Za-z0-9]+)\\)", "\\\\k<$1>")
        .replaceAll("\\(\\?<([A-Za-z0-9]*)_([A-Za-z0-9_]*)>", "(?<$1$2>");
  }
}
