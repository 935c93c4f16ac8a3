package org.hubfleet.author.first;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.YamlWriter;
import tools.jackson.databind.JsonNode;

/** Values on one line, as people would write them. */
final class FlowYaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9 ._/@-]*");
  private static final Origin HERE = Origin.at(Place.ofFile("config"), Layer.HUB);

  private FlowYaml() {}

  static String of(JsonNode value) {
    if (value.isObject()) {
      List<String> entries = new ArrayList<>();
      value.properties().forEach(e -> entries.add(text(e.getKey()) + ": " + of(e.getValue())));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(of(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return value.isString() ? text(value.stringValue()) : value.toString();
  }

  /** Plain where nothing could read it as something else. */
  private static String text(String text) {
    String written = YamlWriter.write(Scalar.string(text, HERE)).strip();
    return written.equals(text) && !PLAIN.matcher(text).matches() ? "\"" + text + "\"" : written;
  }
}
