package org.hubfleet.lift;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SameValue;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/** Whether two ways to write a hub come to the same. */
final class SameHub {
  /**
   * Amounts of memory, which KubeSpawner reads in one way whether text or number; none and nothing
   * at all are no amount to it.
   */
  private static final Set<String> MEMORY = Set.of("mem_limit", "mem_guarantee");

  /** What follows from values that are compared themselves. */
  private static final String CHECKSUM = "checksum";

  /** What people see in the order in which it stands. */
  private static final Set<String> ORDERED = Set.of("profile_options", "choices");

  private SameHub() {}

  /** Whether all that objects are made of is the same, and nothing new is wrong. */
  static boolean is(Outcome<Blueprint> before, Outcome<Blueprint> after) {
    return before.value().isPresent()
        && after.value().isPresent()
        && isNothingNewWrong(before, after)
        && SameValue.of(plain(before.value().get().values()), plain(after.value().get().values()));
  }

  /**
   * Whether all upstream values are as they were, but for those below custom; more may be there.
   */
  static boolean isNothingLost(Blueprint before, Blueprint after) {
    return isIn(before.jupyterhub().without("custom"), after.jupyterhub());
  }

  private static boolean isIn(Node part, Node whole) {
    if (part instanceof Mapping map) {
      return map.entries().entrySet().stream()
          .allMatch(
              one ->
                  whole
                      .get(one.getKey())
                      .filter(found -> isIn(one.getValue().value(), found))
                      .isPresent());
    }
    if (part instanceof Sequence list) {
      List<Node> found = whole.sequence().map(Sequence::items).orElse(List.of());
      return list.items().stream()
          .allMatch(item -> found.stream().anyMatch(other -> SameValue.of(item, other)));
    }
    return SameValue.of(part, whole);
  }

  /** Whether what is wrong now was wrong before. */
  static boolean isNothingNewWrong(Outcome<Blueprint> before, Outcome<Blueprint> after) {
    Set<String> known = new HashSet<>();
    before.diagnostics().forEach(problem -> known.add(text(problem)));
    return after.diagnostics().stream()
        .filter(Diagnostic::isError)
        .allMatch(problem -> known.contains(text(problem)));
  }

  private static String text(Diagnostic problem) {
    return problem.rule() + " " + problem.message();
  }

  /** What people read beside the objects is not compared. */
  private static Mapping plain(Mapping blueprint) {
    Optional<Mapping> context = blueprint.get("context").flatMap(Node::mapping);
    Mapping compared =
        context.isPresent() ? blueprint.with("context", context.get().without("notes")) : blueprint;
    return compared(compared, "");
  }

  /** Whether two single values are read as the same one. */
  static boolean isSame(Node one, Node other, String key, String parent) {
    return SameValue.of(amount(one, key, parent), amount(other, key, parent));
  }

  private static Mapping compared(Mapping map, String parent) {
    Mapping.Builder built = Mapping.builder(map.origin());
    for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
      Node value = entry.getValue().value();
      String key = entry.getKey();
      if (!key.startsWith(CHECKSUM)) {
        built.put(key, compared(value, key, parent));
      }
      if (ORDERED.contains(key) && value instanceof Mapping ordered) {
        built.put(key + "(order)", String.join(" ", ordered.entries().keySet()));
      }
    }
    return built.build();
  }

  private static Node compared(Node value, String key, String parent) {
    if (value instanceof Mapping inner) {
      return compared(inner, key);
    }
    if (value instanceof Sequence list) {
      return Sequence.of(
          list.items().stream().map(item -> compared(item, "", key)).toList(), list.origin());
    }
    return key.endsWith(".json") ? json(value, key) : amount(value, key, parent);
  }

  /** A file of the hub as the tree that the hub reads from it. */
  private static Node json(Node text, String key) {
    return text.string()
        .flatMap(all -> YamlReader.ofConfig().read(key, all, Layer.COMPILER).value())
        .map(tree -> compared(tree, "", key))
        .orElse(text);
  }

  private static Node amount(Node node, String key, String parent) {
    boolean memory =
        MEMORY.contains(key)
            || (parent.equals("memory") && (key.equals("limit") || key.equals("guarantee")));
    if (node.isNull() && MEMORY.contains(key)) {
      return Scalar.integer(0, node.origin());
    }
    Optional<Scalar> scalar = node.scalar().filter(value -> memory && !value.isNull());
    return scalar
        .flatMap(value -> Memory.parse(value.text()))
        .<Node>map(bytes -> Scalar.integer(bytes.bytes(), node.origin()))
        .orElse(node);
  }
}
