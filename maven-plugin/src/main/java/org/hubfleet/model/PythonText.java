package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;

/** As much of Python's syntax as is needed to find the arguments of a call. */
public final class PythonText {
  private PythonText() {}

  /** The text with comments blanked out, as long as before; what stands in strings stays. */
  public static String withoutComments(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int end = endOfString(text, at);
        plain.append(text, at, end);
        at = end;
      } else if (c == '#') {
        int line = text.indexOf('\n', at);
        int end = line < 0 ? text.length() : line;
        plain.append(" ".repeat(end - at));
        at = end;
      } else {
        plain.append(c);
        at++;
      }
    }
    return plain.toString();
  }

  /** Where the string that starts there ends. */
  public static int endOfString(String text, int start) {
    String quote = text.substring(start, start + 1);
    String closing = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int at = start + closing.length();
    while (at < text.length()) {
      if (text.charAt(at) == '\\') {
        at += 2;
      } else if (text.startsWith(closing, at)) {
        return at + closing.length();
      } else if (text.charAt(at) == '\n' && closing.length() == 1) {
        return at;
      } else {
        at++;
      }
    }
    return text.length();
  }

  /** The first place from there on that is no white space. */
  public static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The line that a place is in. */
  public static String lineAround(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** The arguments of the call whose parenthesis opens there, as they are written. */
  public static List<String> arguments(String text, int open) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    int at = open;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = endOfString(text, at);
        continue;
      }
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
      if (depth == 0 || (c == ',' && depth == 1)) {
        arguments.add(text.substring(start, at));
        start = at + 1;
      }
      if (depth == 0) {
        break;
      }
      at++;
    }
    if (depth > 0) {
      arguments.add(text.substring(Math.min(start, text.length())));
    }
    return arguments;
  }
}
