package org.hubfleet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a tree as TOML 1.0: plain values first, then one table a map; maps inside lists inline.
 *
 * <p>TOML has no null: {@link #nothing} finds the first one, which {@link #write} would leave out.
 */
public final class TomlWriter {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private final StringBuilder out = new StringBuilder();

  private TomlWriter() {}

  /** The text of the tree, ending in a newline unless it is empty. */
  public static String write(Mapping tree) {
    TomlWriter writer = new TomlWriter();
    writer.table(tree, List.of());
    return writer.out.toString();
  }

  /** The first null in the tree. */
  public static Optional<Node> nothing(Node node) {
    if (node.isNull()) {
      return Optional.of(node);
    }
    List<Node> children = new ArrayList<>();
    node.sequence().ifPresent(list -> children.addAll(list.items()));
    node.mapping().ifPresent(map -> map.entries().values().forEach(e -> children.add(e.value())));
    return children.stream().flatMap(child -> nothing(child).stream()).findFirst();
  }

  private void table(Mapping table, List<String> path) {
    table
        .entries()
        .forEach(
            (key, entry) -> {
              if (!(entry.value() instanceof Mapping) && !entry.value().isNull()) {
                out.append(key(key)).append(" = ").append(inline(entry.value())).append('\n');
              }
            });
    for (Map.Entry<String, Mapping.Entry> entry : table.entries().entrySet()) {
      if (entry.getValue().value() instanceof Mapping inner) {
        List<String> deeper = new ArrayList<>(path);
        deeper.add(entry.getKey());
        out.append(out.isEmpty() ? "[" : "\n[")
            .append(deeper.stream().map(TomlWriter::key).collect(Collectors.joining(".")))
            .append("]\n");
        table(inner, deeper);
      }
    }
  }

  private static String inline(Node node) {
    if (node instanceof Sequence list) {
      return list.items().stream()
          .filter(item -> !item.isNull())
          .map(TomlWriter::inline)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof Mapping map) {
      return map.entries().entrySet().stream()
          .filter(entry -> !entry.getValue().value().isNull())
          .map(entry -> key(entry.getKey()) + " = " + inline(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Scalar scalar = (Scalar) node;
    return scalar.kind() == Scalar.Kind.STRING ? quoted(scalar.text()) : scalar.text();
  }

  private static String key(String text) {
    return BARE.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return JsonWriter.quoted(text);
  }
}
