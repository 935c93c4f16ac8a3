package org.hubfleet.e2e.api.agreement;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.shelf.KubernetesBundle;
import tools.jackson.databind.JsonNode;

/** The keywords of JSON Schema in use that can refuse something. */
final class Vocabulary {
  /** They name schemas for others to apply, choose between others, or say nothing. */
  private static final Set<String> SILENT =
      Set.of(
          "$schema", "$id", "$defs", "$ref", "if", "contains", "default", "description", "title");

  private static final Set<String> NAMED = Set.of("properties", "$defs", "dependentSchemas");
  private static final Set<String> LITERAL = Set.of("enum", "const", "required", "default");

  private final Set<String> found = new TreeSet<>();

  private Vocabulary() {}

  /** Those of the schemas of all kinds. */
  static Set<String> of(KubernetesBundle bundle) {
    Vocabulary vocabulary = new Vocabulary();
    for (String kind : bundle.kinds()) {
      if (!Unjudged.KINDS.contains(kind)) {
        int slash = kind.lastIndexOf('/');
        String definition =
            bundle.definitionOf(kind.substring(0, slash), kind.substring(slash + 1)).orElseThrow();
        vocabulary.walk(bundle.shape(definition).document());
      }
    }
    return vocabulary.found;
  }

  private void walk(JsonNode schema) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      String name = keyword.getKey();
      if (!name.startsWith("x-") && !SILENT.contains(name)) {
        found.add(name);
      }
      if (NAMED.contains(name)) {
        keyword.getValue().properties().forEach(part -> walk(part.getValue()));
      } else if (!LITERAL.contains(name) && !name.startsWith("x-")) {
        walk(keyword.getValue());
        if (keyword.getValue().isArray()) {
          keyword.getValue().forEach(this::walk);
        }
      }
    }
  }
}
