package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Emitted objects with a name, label, port, selector or reference that leads elsewhere. */
final class References {
  /** What is changed, by where it stands; the first that fits counts. */
  private static final List<Map.Entry<String, Pattern>> WAYS =
      List.of(
          Map.entry("name", Pattern.compile("^metadata\\.(name|namespace)$")),
          Map.entry("selector", Pattern.compile("(?i)selector\\.")),
          Map.entry("label", Pattern.compile("metadata\\.labels\\.")),
          Map.entry(
              "port",
              Pattern.compile(
                  "(ports\\.\\d+\\.(name|port|containerPort|targetPort)|\\.port(\\.name|\\.number)?)$")),
          Map.entry(
              "reference",
              Pattern.compile(
                  "((configMap|secret|Ref|service|roleRef|volumeMounts\\.\\d+|subjects\\.\\d+)\\.(name|key)"
                      + "|(secretName|claimName|serviceAccountName|priorityClassName|ingressClassName)"
                      + "|volumes\\.\\d+\\.name)$")));

  private final List<Variant> found = new ArrayList<>();

  private References() {}

  /** One change of an object. */
  record Variant(String operation, String what, ObjectNode object) {}

  /** All changes of an object. */
  static List<Variant> of(ObjectNode object) {
    References references = new References();
    references.walk(new Planted(object, List.of()), object);
    return references.found;
  }

  private void walk(Planted here, JsonNode value) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        walk(here.below(field.getKey()), field.getValue());
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        walk(here.below(i), value.get(i));
      }
    } else {
      way(here.text()).ifPresent(way -> change(way, here, value));
    }
  }

  private static Optional<String> way(String path) {
    return WAYS.stream()
        .filter(way -> way.getValue().matcher(path).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void change(String way, Planted here, JsonNode value) {
    add(way, here, JsonNodeFactory.instance.stringNode("elsewhere"));
    add(way, here, JsonNodeFactory.instance.stringNode("Else where"));
    if (value.isNumber()) {
      add(way, here, JsonNodeFactory.instance.numberNode(1234));
    }
  }

  private void add(String way, Planted here, JsonNode value) {
    Change change = Change.put(way, value);
    found.add(new Variant(way, here.text() + " " + change.text(), here.after(change)));
  }
}
