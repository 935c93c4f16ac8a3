package org.hubfleet.schema.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import tools.jackson.databind.JsonNode;

/** Keywords about lists; other values fit. */
final class Lists {
  static final Rule UNKNOWN = value -> value instanceof Sequence ? Verdict.UNSURE : Verdict.FITS;

  /** Certain of lists of strings only: numbers of different spelling may be equal. */
  static final Rule UNIQUE =
      value -> value instanceof Sequence list ? unique(list.items()) : Verdict.FITS;

  private Lists() {}

  static Rule items(Rule rule) {
    return value -> {
      if (value instanceof Sequence list) {
        for (Node item : list.items()) {
          Verdict verdict = rule.judge(item);
          if (verdict != Verdict.FITS) {
            return verdict;
          }
        }
      }
      return Verdict.FITS;
    };
  }

  static Rule contains(Rule rule) {
    Rule none = items(Rule.not(rule));
    return value -> value instanceof Sequence ? none.judge(value).inverted() : Verdict.FITS;
  }

  /**
   * Items differ in at least one of the keys, of which an absent one counts as its default.
   *
   * @param item the schema of the items
   */
  static Rule keyed(JsonNode keys, JsonNode item, Fit fit) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (JsonNode key : keys) {
      JsonNode property = fit.resolved(item.path("properties").path(key.stringValue("")));
      defaults.put(key.stringValue(""), property.path("default").stringValue(""));
    }
    return value -> {
      if (!(value instanceof Sequence list) || list.items().size() < 2) {
        return Verdict.FITS;
      }
      Set<String> seen = new HashSet<>();
      boolean differ = list.items().stream().allMatch(i -> seen.add(identity(i, defaults)));
      return differ ? Verdict.FITS : Verdict.UNSURE;
    };
  }

  /** No two items have an equal one of those fields; absent ones count as nothing. */
  static Rule uniqueFields(JsonNode fields) {
    List<String> names = new ArrayList<>();
    fields.forEach(field -> names.add(field.stringValue("")));
    return value -> {
      if (value instanceof Sequence list && list.items().size() > 1) {
        for (String name : names) {
          Set<String> seen = new HashSet<>();
          boolean differ =
              list.items().stream()
                  .flatMap(item -> item.get(name).flatMap(Node::scalar).stream())
                  .allMatch(scalar -> seen.add(scalar.text()));
          if (!differ) {
            return Verdict.UNSURE;
          }
        }
      }
      return Verdict.FITS;
    };
  }

  private static String identity(Node item, Map<String, String> defaults) {
    StringBuilder text = new StringBuilder();
    defaults.forEach(
        (key, absent) ->
            text.append(item.get(key).flatMap(Node::scalar).map(Scalar::text).orElse(absent))
                .append('\n'));
    return text.toString();
  }

  static Rule size(String keyword, int limit) {
    boolean least = keyword.equals("minItems");
    return value ->
        Verdict.of(
            !(value instanceof Sequence list)
                || (least ? list.items().size() >= limit : list.items().size() <= limit));
  }

  private static Verdict unique(List<Node> items) {
    if (items.size() < 2) {
      return Verdict.FITS;
    }
    Set<String> seen = new HashSet<>();
    for (Node item : items) {
      if (!(item instanceof Scalar scalar) || scalar.kind() != Scalar.Kind.STRING) {
        return Verdict.UNSURE;
      }
      if (!seen.add(scalar.text())) {
        return Verdict.FAILS;
      }
    }
    return Verdict.FITS;
  }
}
