package org.hubfleet.verify.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * A label selector.
 *
 * @param equal labels that must be there with that value
 * @param expressions further conditions, a list of {@code {key, operator, values}}
 */
public record Selector(Mapping equal, Node expressions) {
  /** A selector of {@code matchLabels} and {@code matchExpressions}. */
  public static Selector of(Mapping tree) {
    return new Selector(Pod.map(tree, "matchLabels"), tree.get("matchExpressions").orElse(tree));
  }

  /** A plain map of labels, as a Service has it. */
  static Selector plain(Mapping labels) {
    return new Selector(labels, Mapping.empty(labels.origin()));
  }

  /** Whether it has no condition; such a selector takes every pod. */
  boolean isEmpty() {
    return equal.isEmpty() && conditions().isEmpty();
  }

  /** Whether the pod is one of those it selects. */
  boolean matches(Pod pod) {
    return matches(pod.labels());
  }

  /** Whether something with those labels is one of those it selects. */
  public boolean matches(Mapping labels) {
    for (Map.Entry<String, Mapping.Entry> label : equal.entries().entrySet()) {
      if (!text(labels, label.getKey()).equals(text(equal, label.getKey()))) {
        return false;
      }
    }
    return conditions().stream().allMatch(condition -> holds(condition, labels));
  }

  private List<Node> conditions() {
    return expressions.sequence().map(Sequence::items).orElse(List.of());
  }

  private static boolean holds(Node condition, Mapping labels) {
    Optional<String> value = text(labels, Pod.text(condition, "key"));
    boolean listed =
        Pod.items(condition, "values").stream()
            .anyMatch(item -> item.scalar().map(Scalar::text).equals(value));
    return switch (Pod.text(condition, "operator")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      default -> true;
    };
  }

  private static Optional<String> text(Mapping labels, String key) {
    return labels.get(key).flatMap(Node::scalar).map(Scalar::text);
  }

  /** Such as {@code app=jupyterhub, component=hub}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    equal
        .entries()
        .forEach(
            (key, entry) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(key)
                    .append('=')
                    .append(entry.value().scalar().map(Scalar::text).orElse("")));
    for (Node condition : conditions()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(Pod.text(condition, "key"))
          .append(' ')
          .append(Pod.text(condition, "operator"));
    }
    return text.toString();
  }
}
