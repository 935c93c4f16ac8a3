package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/** Schema vocabulary in words a person knows. */
final class Words {
  private static final int LONGEST_QUOTE = 60;

  private Words() {}

  /** The types of a {@code type} keyword: {@code a string or a number}. */
  static String types(JsonNode types) {
    List<String> words = new ArrayList<>();
    if (types.isArray()) {
      types.forEach(type -> words.add(type(type.stringValue(""))));
    } else {
      words.add(type(types.stringValue("")));
    }
    return oneOf(words);
  }

  /** The same without null, unless that is all. */
  static String typesButNull(JsonNode types) {
    List<String> words = new ArrayList<>();
    types.forEach(type -> words.add(type(type.stringValue(""))));
    words.remove("null");
    return words.isEmpty() ? types(types) : oneOf(words);
  }

  private static String type(String type) {
    return switch (type) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "string" -> "a string";
      case "number" -> "a number";
      case "integer" -> "an integer";
      case "boolean" -> "true or false";
      case "null" -> "null";
      default -> type;
    };
  }

  /** {@code a, b or c}. */
  static String oneOf(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + " or "
        + words.get(words.size() - 1);
  }

  /** The value as a person wrote it, shortened, with its kind where that is not plain. */
  static String found(Node value) {
    if (value instanceof Scalar scalar) {
      String text =
          scalar.text().length() > LONGEST_QUOTE
              ? scalar.text().substring(0, LONGEST_QUOTE - 3) + "..."
              : scalar.text();
      return switch (scalar.kind()) {
        case STRING -> "the string " + JsonWriter.quoted(text);
        case INTEGER, DECIMAL -> "the number " + text;
        case BOOLEAN, NULL -> text;
      };
    }
    return "a " + value.kindWord();
  }

  /** A JSON value as text; strings without quotes. */
  static String json(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }
}
