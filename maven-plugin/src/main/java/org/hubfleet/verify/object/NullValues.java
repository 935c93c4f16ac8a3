package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** No field of an object is null: server-side apply drops or refuses it, by field. */
final class NullValues {
  private static final RuleName RULE = RuleName.of("object/null-value");

  private NullValues() {}

  static List<Diagnostic> inspect(Home home, Manifest manifest) {
    return holdsNull(manifest.object()) ? problems(home, manifest) : List.of();
  }

  private static boolean holdsNull(Node node) {
    if (node instanceof Mapping map) {
      for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
        if (holdsNull(entry.getValue().value())) {
          return true;
        }
      }
    } else if (node instanceof Sequence list) {
      for (Node item : list.items()) {
        if (holdsNull(item)) {
          return true;
        }
      }
    } else {
      return node.isNull();
    }
    return false;
  }

  private static List<Diagnostic> problems(Home home, Manifest manifest) {
    List<Diagnostic> found = new ArrayList<>();
    walk(
        manifest.object(),
        ValuePath.ROOT,
        (path, node) ->
            found.add(
                Complaint.error(
                        home,
                        node.origin(),
                        RULE,
                        manifest.id() + ": there is no value for " + path)
                    .hint("give it a value or leave it out")));
    return found;
  }

  private interface Visitor {
    void found(ValuePath path, Node node);
  }

  private static void walk(Node node, ValuePath path, Visitor visitor) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach((key, entry) -> walk(entry.value(), path.key(key), visitor));
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        walk(sequence.items().get(i), path.index(i), visitor);
      }
    } else if (node.isNull()) {
      visitor.found(path, node);
    }
  }
}
