package org.hubfleet.render;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * Numbers the origins and the values of one rendering, in the order in which they are printed, so
 * that renderings that differ in values only are the same text. A printed value is an empty place
 * with an anchor that carries its number; whoever reads the text puts the value itself there, with
 * all its origins, so what a person wrote is never printed into a template's text.
 */
final class OriginTable {
  private final List<Origin> origins = new ArrayList<>();
  private final List<Node> values = new ArrayList<>();

  /** A mark for an origin, such as {@code o17}. */
  String mark(Origin origin) {
    origins.add(origin);
    return "o" + (origins.size() - 1);
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
