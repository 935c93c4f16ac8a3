package org.hubfleet.schema;

import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import tools.jackson.databind.JsonNode;

/** How to write one text, a list or a map in place of one another. */
final class FormHint {
  private static final String LIST = "a list";
  private static final String MAP = "a map";

  private FormHint() {}

  /**
   * The hint where a list or one text is wanted.
   *
   * @param schema that the value does not fit
   * @param types that it may have, in words
   */
  static Optional<String> of(JsonNode schema, String types, Node value) {
    if (types.startsWith(LIST) && value instanceof Mapping) {
      String first = schema.path("items").path("required").path(0).stringValue("name");
      return Optional.of("begin each item of the list with a dash, as in \"- " + first + ": ...\"");
    }
    if (types.equals("a string") && value instanceof Sequence) {
      return Optional.of("only one can stand here, without brackets");
    }
    return types.startsWith(LIST)
        ? value.string().map(text -> "write it in brackets: [" + Meant.flow(text) + "]")
        : Optional.empty();
  }

  /** The hint where a map by name is wanted and a list was found. */
  static Optional<String> ofMap(String types, Node value) {
    if (!types.endsWith(MAP) || !(value instanceof Sequence items)) {
      return Optional.empty();
    }
    String name =
        items.items().stream()
            .flatMap(item -> item.string().stream())
            .filter(text -> text.matches("[A-Za-z][-A-Za-z0-9]*"))
            .findFirst()
            .orElse("name");
    return Optional.of(
        "give each a name with a colon behind it, as in \"" + name + ": ...\", and no dash");
  }
}
