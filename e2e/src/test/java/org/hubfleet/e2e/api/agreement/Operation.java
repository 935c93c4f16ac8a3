package org.hubfleet.e2e.api.agreement;

import java.util.LinkedHashMap;
import java.util.Map;

/** What changes of a text are counted as, by the types that its schema refers to. */
final class Operation {
  private static final Map<String, String> BY_TYPE = new LinkedHashMap<>();

  static {
    BY_TYPE.put("Quantity", "quantity");
    BY_TYPE.put("Label", "label");
    BY_TYPE.put("Port", "port");
    BY_TYPE.put("Dns", "name");
    BY_TYPE.put("Name", "name");
    BY_TYPE.put("PathSegment", "name");
  }

  private Operation() {}

  static String ofText(Facets facets) {
    for (Map.Entry<String, String> type : BY_TYPE.entrySet()) {
      if (facets.names().stream().anyMatch(name -> name.contains(type.getKey()))) {
        return type.getValue();
      }
    }
    return facets.words().isEmpty() ? "text" : "enum";
  }
}
