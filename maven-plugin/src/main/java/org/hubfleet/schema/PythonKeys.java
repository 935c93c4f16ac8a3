package org.hubfleet.schema;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives from a Kubernetes type the form of it that accepts its keys in the spelling of Python
 * too, {@code mount_path} for {@code mountPath}. Only its own keys: what is inside them goes to the
 * API server as it is. The derived definition stands beside the whole one as {@code <name>.python}.
 */
public final class PythonKeys {
  private static final String DEFS = "#/$defs/";
  private static final Pattern BEFORE_LAST_CAPITAL = Pattern.compile("([A-Z]+)([A-Z][a-z])");
  private static final Pattern BEFORE_CAPITAL = Pattern.compile("([a-z\\d])([A-Z])");

  private PythonKeys() {}

  /** The name of the derived definition, which is made when it is not there. */
  public static String form(String name, ObjectNode defs) {
    String derived = name + ".python";
    if (!defs.has(derived)) {
      defs.set(derived, derive((ObjectNode) defs.path(name)));
    }
    return derived;
  }

  private static ObjectNode derive(ObjectNode type) {
    ObjectNode form = type.deepCopy();
    ObjectNode properties = form.withObject("properties");
    for (Map.Entry<String, JsonNode> property : type.path("properties").properties()) {
      properties.set(spelled(property.getKey()), property.getValue());
    }
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (JsonNode key : type.path("required")) {
      String other = spelled(key.stringValue());
      if (other.equals(key.stringValue())) {
        required.add(key);
      } else {
        ArrayNode either = form.withArray("allOf").addObject().putArray("anyOf");
        either.addObject().putArray("required").add(key);
        either.addObject().putArray("required").add(other);
      }
    }
    form.set("required", required);
    return form;
  }

  /** A key as the Python client of Kubernetes spells it. */
  static String spelled(String key) {
    String once = BEFORE_LAST_CAPITAL.matcher(key).replaceAll("$1_$2");
    return BEFORE_CAPITAL.matcher(once).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}
