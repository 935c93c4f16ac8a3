package org.hubfleet.shelf;

import java.util.Optional;
import org.hubfleet.schema.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The strict schemas of one Kubernetes minor, with those of the custom resources we know. */
public final class KubernetesBundle {
  private static final String FOLDER = "kubernetes";
  private static final String LOCAL = "#/$defs/";

  private final String minor;
  private final ObjectNode definitions;
  private final ObjectNode kinds;

  private KubernetesBundle(String minor, ObjectNode definitions, ObjectNode kinds) {
    this.minor = minor;
    this.definitions = definitions;
    this.kinds = kinds;
  }

  /** The minors that have a bundle, sorted. */
  public static java.util.List<String> minors(Shelf shelf) {
    return shelf.files(FOLDER, ".json").stream()
        .map(file -> file.substring(FOLDER.length() + 1, file.length() - ".json".length()))
        .toList();
  }

  /** The bundle of a minor; throws {@link IllegalStateException} when there is none. */
  public static KubernetesBundle of(Shelf shelf, String minor) {
    JsonNode document = JsonMapper.shared().readTree(shelf.text(FOLDER + "/" + minor + ".json"));
    return new KubernetesBundle(
        minor, (ObjectNode) document.get("$defs"), (ObjectNode) document.get("x-kinds"));
  }

  /** The minor, such as {@code 1.35}. */
  public String minor() {
    return minor;
  }

  /**
   * The definition of a kind such as {@code apps/v1/Deployment} or {@code v1/Service}; absent when
   * it is unknown.
   */
  public Optional<String> definitionOf(String apiVersion, String kind) {
    JsonNode name = kinds.path(apiVersion + "/" + kind);
    return name.isString() ? Optional.of(name.stringValue()) : Optional.empty();
  }

  /** The shape of one definition, closed over all it refers to. */
  public Shape shape(String definition) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$ref", LOCAL + definition);
    copyDefinition(definition, document.putObject("$defs"));
    return Shape.of(document);
  }

  /** Copies a definition and all it refers to into another document's definitions. */
  public void copyDefinition(String name, ObjectNode into) {
    if (into.has(name)) {
      return;
    }
    JsonNode definition = definitions.path(name);
    if (!definition.isObject()) {
      throw new IllegalStateException("Kubernetes " + minor + " has no " + name);
    }
    into.set(name, definition);
    copyReferences(definition, into);
  }

  private void copyReferences(JsonNode schema, ObjectNode into) {
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      copyDefinition(reference.substring(LOCAL.length()), into);
    }
    schema.forEach(child -> copyReferences(child, into));
  }
}
