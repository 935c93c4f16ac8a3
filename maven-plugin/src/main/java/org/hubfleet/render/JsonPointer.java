package org.hubfleet.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * A place in an object, such as {@code /spec/template/spec/containers/0}, as its steps.
 *
 * <p>Source: RFC 6901. {@code ~1} stands for a slash in a key, {@code ~0} for a tilde.
 */
record JsonPointer(List<String> steps) {
  JsonPointer {
    steps = List.copyOf(steps);
  }

  /** Reads a pointer; absent when the text is none. The empty text points at the whole object. */
  static Optional<JsonPointer> parse(String text) {
    if (text.isEmpty()) {
      return Optional.of(new JsonPointer(List.of()));
    }
    if (!text.startsWith("/") || text.matches(".*~(?![01]).*")) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(new JsonPointer(steps));
  }

  /** Whether it points at the whole object. */
  boolean isWhole() {
    return steps.isEmpty();
  }

  /** Whether it points at something inside what the other points at. */
  boolean isInside(JsonPointer other) {
    return steps.size() > other.steps.size()
        && steps.subList(0, other.steps.size()).equals(other.steps);
  }

  /** What it points at; absent when there is nothing. */
  Optional<Node> in(Node object) {
    Optional<Node> found = Optional.of(object);
    for (String step : steps) {
      found = found.flatMap(node -> child(node, step));
    }
    return found;
  }

  /** The child of a map by key, of a list by index. */
  static Optional<Node> child(Node node, String step) {
    if (node instanceof Mapping) {
      return node.get(step);
    }
    return node instanceof Sequence list
        ? index(step).filter(i -> i < list.items().size()).map(list.items()::get)
        : Optional.empty();
  }

  /** A list index: digits without leading zeros. */
  static Optional<Integer> index(String step) {
    return step.matches("0|[1-9][0-9]{0,8}")
        ? Optional.of(Integer.parseInt(step))
        : Optional.empty();
  }
}
