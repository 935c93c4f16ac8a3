package org.hubfleet.author;

import java.util.List;
import java.util.SortedMap;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.shelf.RuleEntry;
import org.hubfleet.source.Layer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An explanation for machines. Values: a list of {@code path}, {@code value} (or {@code secret}:
 * true), {@code from}, {@code with}, {@code overrode} and {@code reaches}; places are {@code file},
 * {@code line} and {@code column}, 1-based.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** The values, a map each. */
  public static ArrayNode of(List<Explained> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Explained value : values) {
      ObjectNode item = list.addObject().put("path", value.path().toString());
      value
          .value()
          .ifPresentOrElse(v -> item.set("value", JsonTrees.of(v)), () -> item.put("secret", true));
      item.set("from", origin(value.from(), value.layer()));
      value.with().forEach(place -> item.withArray("with").add(place(place)));
      value.overrode().forEach(other -> item.withArray("overrode").add(overrode(other)));
      for (Explained.Target target : value.reaches()) {
        ObjectNode reached = item.withArray("reaches").addObject();
        reached.put(target.isTrait() ? "trait" : "object", target.name());
        if (!target.isTrait()) {
          reached.put("field", target.field());
        }
      }
    }
    return list;
  }

  /**
   * What a rule means: {@code rule}, {@code severity}, {@code meaning}, {@code wrong}, {@code
   * right}.
   */
  public static ObjectNode of(RuleEntry entry) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.put("rule", entry.rule().text());
    rule.put("severity", entry.severity().word());
    rule.put("meaning", entry.meaning());
    files(entry.bad(), "wrong", rule);
    files(entry.good(), "right", rule);
    return rule;
  }

  private static void files(SortedMap<String, String> files, String name, ObjectNode rule) {
    if (!files.isEmpty()) {
      ObjectNode texts = rule.putObject(name);
      files.forEach(texts::put);
    }
  }

  private static ObjectNode overrode(Explained.Overrode other) {
    ObjectNode node = origin(other.from(), other.layer());
    other.value().ifPresent(value -> node.set("value", JsonTrees.of(value)));
    if (other.secret()) {
      node.put("secret", true);
    }
    return node;
  }

  private static ObjectNode origin(Place place, Layer layer) {
    return place(place).put("layer", layer.word());
  }

  private static ObjectNode place(Place place) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", place.file());
    if (place.line() > 0) {
      node.put("line", place.line());
    }
    if (place.line() > 0 && place.column() > 0) {
      node.put("column", place.column());
    }
    return node;
  }
}
