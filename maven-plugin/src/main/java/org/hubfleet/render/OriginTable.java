package org.hubfleet.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * Numbers the origins and the values of one rendering. A printed value is an empty place with an
 * anchor that carries its number; whoever reads the text puts the value itself there, with all its
 * origins, so what a person wrote is never printed into a template's text.
 */
final class OriginTable {
  private final List<Origin> origins = new ArrayList<>();
  private final Map<Origin, Integer> numbers = new HashMap<>();
  private final List<Node> values = new ArrayList<>();

  /** The mark for an origin, such as {@code o17}. */
  String mark(Origin origin) {
    return "o" + numbers.computeIfAbsent(origin, this::add);
  }

  private int add(Origin origin) {
    origins.add(origin);
    return origins.size() - 1;
  }

  /** The origin a mark stands for. */
  Origin origin(String mark) {
    return origins.get(Integer.parseInt(mark.substring(1)));
  }

  /** A flow node on one line that stands for the value, such as {@code &v3 0}. */
  String print(Node node) {
    values.add(node);
    return "&v" + (values.size() - 1) + " 0";
  }

  /** The value an anchor stands for. */
  Node value(String anchor) {
    return values.get(Integer.parseInt(anchor.substring(1)));
  }
}
