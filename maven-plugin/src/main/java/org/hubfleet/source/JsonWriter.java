package org.hubfleet.source;

import java.util.Locale;
import java.util.Map;

/** Writes a tree as JSON: two spaces, keys in order, ASCII only, a newline at the end. */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The text of the tree over several lines. */
  public static String write(Node node) {
    JsonWriter writer = new JsonWriter();
    writer.node(node, 0);
    return writer.out.append('\n').toString();
  }

  private void node(Node node, int indent) {
    if (node instanceof Mapping mapping) {
      mapping(mapping, indent);
    } else if (node instanceof Sequence sequence) {
      sequence(sequence, indent);
    } else if (node instanceof Scalar scalar) {
      out.append(scalar.kind() == Scalar.Kind.STRING ? quoted(scalar.text()) : scalar.text());
    }
  }

  private void mapping(Mapping mapping, int indent) {
    if (mapping.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    String separator = "\n";
    for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
      out.append(separator)
          .append(" ".repeat(indent + 2))
          .append(quoted(entry.getKey()))
          .append(": ");
      node(entry.getValue().value(), indent + 2);
      separator = ",\n";
    }
    out.append('\n').append(" ".repeat(indent)).append('}');
  }

  private void sequence(Sequence sequence, int indent) {
    if (sequence.items().isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    String separator = "\n";
    for (Node item : sequence.items()) {
      out.append(separator).append(" ".repeat(indent + 2));
      node(item, indent + 2);
      separator = ",\n";
    }
    out.append('\n').append(" ".repeat(indent)).append(']');
  }

  /**
   * The text as a JSON string, which is also a YAML double-quoted scalar; everything outside ASCII
   * that is not a letter or sign is escaped.
   */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (!isPrintable(c) && c != ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** Printable in YAML and not invisible; surrogates are written as they are, in pairs. */
  static boolean isPrintable(char c) {
    return (c > 0x20 && c < 0x7f)
        || (c >= 0xa1
            && c <= 0xd7ff
            && c != 0xad
            && !(c >= 0x2000 && c <= 0x206f && c != 0x2014 && c != 0x2013 && c != 0x2019))
        || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff)
        || Character.isSurrogate(c);
  }
}
