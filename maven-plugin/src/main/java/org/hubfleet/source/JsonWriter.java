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
      scalar(scalar);
    }
  }

  private void scalar(Scalar scalar) {
    if (scalar.kind() == Scalar.Kind.STRING) {
      quote(scalar.text(), out);
    } else {
      out.append(scalar.text());
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
      out.append(separator).append(Indent.of(indent + 2));
      quote(entry.getKey(), out);
      out.append(": ");
      node(entry.getValue().value(), indent + 2);
      separator = ",\n";
    }
    out.append('\n').append(Indent.of(indent)).append('}');
  }

  private void sequence(Sequence sequence, int indent) {
    if (sequence.items().isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    String separator = "\n";
    for (Node item : sequence.items()) {
      out.append(separator).append(Indent.of(indent + 2));
      node(item, indent + 2);
      separator = ",\n";
    }
    out.append('\n').append(Indent.of(indent)).append(']');
  }

  /**
   * The text as a JSON string, which is also a YAML double-quoted scalar; everything outside ASCII
   * that is not a letter or sign is escaped.
   */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2);
    quote(text, quoted);
    return quoted.toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    char[] characters = text.toCharArray();
    int copied = 0;
    for (int i = 0; i < characters.length; i++) {
      if (!standsForItself(characters[i])) {
        out.append(text.substring(copied, i)).append(escaped(characters[i]));
        copied = i + 1;
      }
    }
    out.append(copied == 0 ? text : text.substring(copied)).append('"');
  }

  private static boolean standsForItself(char c) {
    return c == ' ' || (c != '"' && c != '\\' && isPrintable(c));
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
    };
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
