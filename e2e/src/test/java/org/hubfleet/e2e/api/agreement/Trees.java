package org.hubfleet.e2e.api.agreement;

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

/** JSON as the located trees of the compiler, all of it at one place. */
final class Trees {
  private static final Origin NOWHERE = Origin.at(new Place("mutant", 1, 1), Layer.COMPILER);

  private Trees() {}

  static Node of(JsonNode json) {
    if (json.isObject()) {
      Mapping.Builder map = Mapping.builder(NOWHERE);
      for (Map.Entry<String, JsonNode> field : json.properties()) {
        map.put(field.getKey(), of(field.getValue()));
      }
      return map.build();
    }
    if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      json.forEach(item -> items.add(of(item)));
      return Sequence.of(items, NOWHERE);
    }
    if (json.isBoolean()) {
      return Scalar.bool(json.booleanValue(), NOWHERE);
    }
    if (json.isNumber()) {
      return Scalar.number(json.decimalValue(), NOWHERE);
    }
    return json.isNull() ? Scalar.nothing(NOWHERE) : Scalar.string(json.stringValue(), NOWHERE);
  }
}
