package org.hubfleet.source;

import java.util.Map;

/**
 * Writes a tree as canonical YAML: block style, two spaces, list items indented like their parent
 * key, strings that any YAML reader could take for something else in double quotes, text of several
 * lines as a literal block.
 *
 * <p>The same tree gives the same text everywhere. What is read back is the same tree. Comments and
 * anchors are never written.
 */
public final class YamlWriter {
  /** Longer words are quoted: the pattern recurses for each colon. */
  private static final int LONGEST_PLAIN = 100;

  private final StringBuilder out;

  private YamlWriter(StringBuilder out) {
    this.out = out;
  }

  /** The text of the tree, ending in a newline. */
  public static String write(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /** Appends the text of the tree. */
  public static void write(Node node, StringBuilder out) {
    YamlWriter writer = new YamlWriter(out);
    if (node instanceof Mapping mapping && !mapping.isEmpty()) {
      writer.mapping(mapping, 0, true);
    } else if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      writer.sequence(sequence, 0, true);
    } else {
      writer.scalar(node, 2);
    }
  }

  private void mapping(Mapping mapping, int indent, boolean onOwnLine) {
    boolean first = !onOwnLine;
    for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
      if (!first) {
        pad(indent);
      }
      first = false;
      out.append(key(entry.getKey())).append(':');
      child(entry.getValue().value(), indent);
    }
  }

  private void child(Node value, int indent) {
    if (value instanceof Mapping mapping && !mapping.isEmpty()) {
      out.append('\n');
      mapping(mapping, indent + 2, true);
    } else if (value instanceof Sequence sequence && !sequence.items().isEmpty()) {
      out.append('\n');
      sequence(sequence, indent, true);
    } else {
      out.append(' ');
      scalar(value, indent + 2);
    }
  }

  private void sequence(Sequence sequence, int indent, boolean onOwnLine) {
    boolean first = !onOwnLine;
    for (Node item : sequence.items()) {
      if (!first) {
        pad(indent);
      }
      first = false;
      out.append("- ");
      if (item instanceof Mapping mapping && !mapping.isEmpty()) {
        mapping(mapping, indent + 2, false);
      } else if (item instanceof Sequence inner && !inner.items().isEmpty()) {
        sequence(inner, indent + 2, false);
      } else {
        scalar(item, indent + 2);
      }
    }
  }

  private void scalar(Node node, int indent) {
    if (node instanceof Mapping) {
      out.append("{}\n");
    } else if (node instanceof Sequence) {
      out.append("[]\n");
    } else if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
      string(scalar.text(), indent);
    } else if (node instanceof Scalar scalar) {
      out.append(scalar.text()).append('\n');
    }
  }

  private void string(String text, int indent) {
    if (isBlock(text)) {
      block(text, indent);
    } else {
      out.append(isPlain(text) ? text : quoted(text)).append('\n');
    }
  }

  /**
   * Several lines of printable characters, no line ending and the first not starting in a space,
   * one newline at most at the end.
   */
  private static boolean isBlock(String text) {
    if (text.indexOf('\n') < 0 || text.charAt(0) <= ' ' || text.endsWith("\n\n")) {
      return false;
    }
    char before = '\n';
    for (char c : text.toCharArray()) {
      if (c == '\n' ? isSpace(before) : !isSpace(c) && !JsonWriter.isPrintable(c)) {
        return false;
      }
      before = c;
    }
    return !isSpace(before);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private void block(String text, int indent) {
    boolean newline = text.endsWith("\n");
    int length = newline ? text.length() - 1 : text.length();
    out.append(newline ? "|\n" : "|-\n");
    int from = 0;
    while (from <= length) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? length : end;
      if (to > from) {
        pad(indent);
        out.append(text.substring(from, to));
      }
      out.append('\n');
      from = to + 1;
    }
  }

  private static String key(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /**
   * Whether the text may stand without quotes: words of letters, digits and a few signs, the first
   * a letter, slash or underscore; so that of all that YAML reads as something else only its words
   * for truth and null remain.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || text.length() > LONGEST_PLAIN
        || !isPlainStart(text.charAt(0))
        || PlainScalar.isWord(text)) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean colon = c == ':' && i + 1 < text.length() && text.charAt(i + 1) != ':';
      if (!isPlainStart(c) && (c < '0' || c > '9') && ".@+-".indexOf(c) < 0 && !colon) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '_';
  }

  private void pad(int indent) {
    out.append(Indent.of(indent));
  }

  /** The text as a double-quoted scalar on one line, valid in YAML and JSON. */
  public static String quoted(String text) {
    return JsonWriter.quoted(text);
  }
}
