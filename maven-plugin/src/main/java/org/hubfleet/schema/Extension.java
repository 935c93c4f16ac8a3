package org.hubfleet.schema;

import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * A place in the values that somebody's own code reads, so that its key is no mistake.
 *
 * @param pattern from its root; a star is any key, empty brackets any list item
 * @param type {@code any}, {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code
 *     list} or {@code map}
 * @param place where it is declared
 */
public record Extension(ValuePath pattern, String type, Place place) {
  /** Whether the value is of the declared type; null is of every type. */
  public boolean accepts(Node value) {
    if (value.isNull()) {
      return true;
    }
    return switch (type) {
      case "map" -> value.mapping().isPresent();
      case "list" -> value.sequence().isPresent();
      case "any" -> true;
      default -> value instanceof Scalar scalar && accepts(scalar.kind());
    };
  }

  private boolean accepts(Scalar.Kind kind) {
    return switch (kind) {
      case STRING -> type.equals("string");
      case INTEGER -> type.equals("integer") || type.equals("number");
      case DECIMAL -> type.equals("number");
      case BOOLEAN -> type.equals("boolean");
      case NULL -> true;
    };
  }

  /** Whether the path lies on the way to what is declared. */
  public boolean isBelow(ValuePath path) {
    int length = path.segments().size();
    return pattern.segments().size() > length
        && new ValuePath(pattern.segments().subList(0, length)).matches(path);
  }

  /** Whether the path is what is declared or inside it. */
  public boolean isAround(ValuePath path) {
    int length = pattern.segments().size();
    return path.segments().size() >= length
        && pattern.matches(new ValuePath(path.segments().subList(0, length)));
  }

  /** Whether a tree has something at the pattern. */
  public boolean isUsedIn(Node tree) {
    return isUsedIn(tree, 0);
  }

  private boolean isUsedIn(Node node, int depth) {
    if (depth == pattern.segments().size()) {
      return true;
    }
    ValuePath.Segment segment = pattern.segments().get(depth);
    if (segment instanceof ValuePath.Key key) {
      return node.get(key.name()).filter(child -> isUsedIn(child, depth + 1)).isPresent();
    }
    if (segment instanceof ValuePath.AnyKey) {
      return node.mapping().stream()
          .flatMap(map -> map.entries().values().stream())
          .anyMatch(entry -> isUsedIn(entry.value(), depth + 1));
    }
    return node.sequence().stream()
        .flatMap(list -> list.items().stream())
        .anyMatch(item -> isUsedIn(item, depth + 1));
  }
}
