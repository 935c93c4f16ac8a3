package org.hubfleet.schema.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/** Keywords about maps; other values fit. */
final class Maps {
  static final Rule UNKNOWN = value -> value instanceof Mapping ? Verdict.UNSURE : Verdict.FITS;

  private Maps() {}

  /** The keywords {@code properties} and {@code additionalProperties} of a schema together. */
  static Rule entries(JsonNode schema, Fit fit) {
    Map<String, Rule> known = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      known.put(property.getKey().intern(), fit.rule(property.getValue()));
    }
    Rule others = others(schema, fit);
    return value -> {
      if (value instanceof Mapping map) {
        for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
          Rule rule = known.getOrDefault(entry.getKey(), others);
          Verdict verdict = rule.judge(entry.getValue().value());
          if (verdict != Verdict.FITS) {
            return verdict;
          }
        }
      }
      return Verdict.FITS;
    };
  }

  /** The rule of keys that {@code properties} does not name. */
  private static Rule others(JsonNode schema, Fit fit) {
    if (schema.has("patternProperties")) {
      return Rule.UNKNOWN;
    }
    JsonNode additional = schema.path("additionalProperties");
    return additional.isMissingNode() ? Rule.ANYTHING : fit.rule(additional);
  }

  static Rule required(JsonNode keys) {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.stringValue("")));
    return value -> {
      if (value instanceof Mapping map) {
        for (String name : names) {
          if (!map.entries().containsKey(name)) {
            return Verdict.FAILS;
          }
        }
      }
      return Verdict.FITS;
    };
  }

  static Rule names(Rule rule) {
    return value -> {
      if (value instanceof Mapping map) {
        for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
          Verdict verdict = rule.judge(Scalar.string(entry.getKey(), entry.getValue().key()));
          if (verdict != Verdict.FITS) {
            return verdict;
          }
        }
      }
      return Verdict.FITS;
    };
  }

  static Rule size(String keyword, int limit) {
    boolean least = keyword.equals("minProperties");
    return value ->
        Verdict.of(
            !(value instanceof Mapping map)
                || (least ? map.entries().size() >= limit : map.entries().size() <= limit));
  }

  /** What a map must be where it has certain keys. */
  static Rule dependent(JsonNode argument, Function<JsonNode, Rule> made) {
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : argument.properties()) {
      Rule rule = made.apply(entry.getValue());
      rules.add(
          value ->
              value instanceof Mapping map && map.entries().containsKey(entry.getKey())
                  ? rule.judge(value)
                  : Verdict.FITS);
    }
    return Rule.all(rules);
  }
}
