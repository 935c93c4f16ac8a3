package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;

/**
 * Finds secrets in plain text inside {@code overrides[].patch}: {@code secrets/plain-value}. A
 * value is one when its key, or the variable it is the value of, is named for a secret, or when it
 * has the shape of a key or token. The value is never shown.
 */
final class PatchSecret {
  private static final RuleName RULE = RuleName.of("secrets/plain-value");

  private PatchSecret() {}

  static List<Diagnostic> inspect(SourceFile file) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<Node> tree = file.tree();
    Optional<Node> own = tree.flatMap(t -> t.get("overrides"));
    Optional<Node> blocks = own.or(() -> tree.flatMap(t -> t.at("defaults.overrides")));
    for (Node block : blocks.flatMap(Node::sequence).map(Sequence::items).orElse(List.of())) {
      block.get("patch").ifPresent(patch -> walk("", patch, found));
    }
    return found;
  }

  private static void walk(String name, Node node, List<Diagnostic> found) {
    if (node instanceof Sequence list) {
      list.items().forEach(item -> walk(name, item, found));
    } else if (node instanceof Mapping map) {
      for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
        boolean value = entry.getKey().equals("value");
        walk(value ? target(map) : entry.getKey(), entry.getValue().value(), found);
      }
    } else {
      SecretText.why(name, node).ifPresent(why -> found.add(report(node, why)));
    }
  }

  private static Diagnostic report(Node value, String why) {
    return Diagnostic.error(
            value.origin().place(), RULE, "a secret stands in plain text in a patch: " + why)
        .hint("refer to a Secret of the hub's namespace, such as by valueFrom.secretKeyRef")
        .mask();
  }

  /**
   * What a {@code value} is the value of: a variable by its name, a JSON Patch by its path's end.
   */
  private static String target(Mapping map) {
    String named = map.get("name").or(() -> map.get("path")).flatMap(Node::string).orElse("value");
    return named.substring(named.lastIndexOf('/') + 1);
  }
}
