package org.hubfleet.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlWriter;

/**
 * Numbers the origins of one rendering, and prints located values with anchors that carry those
 * numbers.
 */
final class OriginTable {
  private final List<Origin> origins = new ArrayList<>();
  private final Map<Origin, Integer> numbers = new HashMap<>();

  /** The anchor for an origin, such as {@code o17}. */
  String anchor(Origin origin) {
    return "o" + numbers.computeIfAbsent(origin, this::add);
  }

  private int add(Origin origin) {
    origins.add(origin);
    return origins.size() - 1;
  }

  /** The origin an anchor stands for. */
  Origin origin(String anchor) {
    return origins.get(Integer.parseInt(anchor.substring(1)));
  }

  /** A value as a flow node on one line, each node inside it with its own anchor. */
  String print(Node node) {
    StringBuilder out = new StringBuilder();
    print(node, out);
    return out.toString();
  }

  private void print(Node node, StringBuilder out) {
    out.append('&').append(anchor(node.origin())).append(' ');
    if (node instanceof Scalar scalar) {
      out.append(
          scalar.kind() == Scalar.Kind.STRING ? YamlWriter.quoted(scalar.text()) : scalar.text());
    } else if (node instanceof Sequence sequence) {
      String separator = "[";
      for (Node item : sequence.items()) {
        out.append(separator);
        print(item, out);
        separator = ", ";
      }
      out.append(sequence.items().isEmpty() ? "[]" : "]");
    } else if (node instanceof Mapping mapping) {
      String separator = "{";
      for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
        out.append(separator).append(YamlWriter.quoted(entry.getKey())).append(": ");
        print(entry.getValue().value(), out);
        separator = ", ";
      }
      out.append(mapping.isEmpty() ? "{}" : "}");
    }
  }
}
