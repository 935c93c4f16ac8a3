package org.hubfleet.shelf;

import java.util.Map;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.source.Layer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The strict schemas of custom resources and of kustomization files, which hold for every minor.
 *
 * @param definitions by {@code <file>.<definition>}, referring to one another and to those of a
 *     bundle by {@code #/$defs/}
 * @param kinds {@code apiVersion/kind} to the name of its definition
 * @param clusterScoped a list of {@code apiVersion/kind}
 */
record CustomResources(ObjectNode definitions, ObjectNode kinds, JsonNode clusterScoped) {
  private static final String FOLDER = "kubernetes/crds";
  private static final String KUBERNETES = "urn:hubs:kubernetes#/$defs/";
  private static final String OTHER_FILE = "urn:hubs:crds:";
  private static final String LOCAL = "#/$defs/";

  /** Reads {@code kubernetes/crds/} on the shelf. */
  static CustomResources of(Shelf shelf) {
    ObjectNode definitions = JsonNodeFactory.instance.objectNode();
    ObjectNode kinds = JsonNodeFactory.instance.objectNode();
    var clusterScoped = JsonNodeFactory.instance.arrayNode();
    for (String file : shelf.files(FOLDER, ".yaml")) {
      JsonNode document = JsonTrees.of(shelf.tree(file, Layer.UPSTREAM));
      String prefix = file.substring(FOLDER.length() + 1, file.length() - "yaml".length());
      for (Map.Entry<String, JsonNode> kind : document.path("x-kinds").properties()) {
        kinds.put(kind.getKey(), prefix + kind.getValue().stringValue());
      }
      document.path("x-cluster-scoped").forEach(clusterScoped::add);
      for (Map.Entry<String, JsonNode> definition : document.path("$defs").properties()) {
        redirect(definition.getValue(), prefix);
        definitions.set(prefix + definition.getKey(), definition.getValue());
      }
    }
    return new CustomResources(definitions, kinds, clusterScoped);
  }

  /** Makes every reference lead to where its definition stands once all files are one. */
  private static void redirect(JsonNode schema, String prefix) {
    if (schema instanceof ObjectNode object && object.get("$ref") instanceof StringNode reference) {
      String to = reference.stringValue();
      if (to.startsWith(KUBERNETES)) {
        object.put("$ref", LOCAL + to.substring(KUBERNETES.length()));
      } else if (to.startsWith(OTHER_FILE)) {
        object.put("$ref", LOCAL + to.substring(OTHER_FILE.length()).replace(LOCAL, "."));
      } else if (to.startsWith(LOCAL)) {
        object.put("$ref", LOCAL + prefix + to.substring(LOCAL.length()));
      }
    }
    schema.forEach(child -> redirect(child, prefix));
  }
}
