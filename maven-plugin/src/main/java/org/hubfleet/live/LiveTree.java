package org.hubfleet.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import tools.jackson.databind.JsonNode;

/** What an API server answers, as one of our trees. */
final class LiveTree {
  private static final Origin ORIGIN = Origin.at(Place.ofFile("the cluster"), Layer.COMPILER);

  private LiveTree() {}

  /** An object; throws when it is none. */
  static Mapping of(JsonNode object) {
    return node(object).mapping().orElseThrow();
  }

  private static Node node(JsonNode json) {
    if (json.isObject()) {
      Mapping.Builder map = Mapping.builder(ORIGIN);
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        map.put(entry.getKey(), node(entry.getValue()));
      }
      return map.build();
    }
    if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      json.forEach(item -> items.add(node(item)));
      return Sequence.of(items, ORIGIN);
    }
    return scalar(json);
  }

  private static Scalar scalar(JsonNode json) {
    if (json.isBoolean()) {
      return Scalar.bool(json.booleanValue(), ORIGIN);
    }
    if (json.isNumber()) {
      return Scalar.number(new BigDecimal(json.numberValue().toString()), ORIGIN);
    }
    return json.isNull() ? Scalar.nothing(ORIGIN) : Scalar.string(json.stringValue(), ORIGIN);
  }
}
