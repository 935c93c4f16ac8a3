package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The strict schemas of one Kubernetes minor, with those of the custom resources we know. Safe for
 * threads.
 */
public final class KubernetesBundle {
  private static final String FOLDER = "kubernetes";
  private static final String LOCAL = "#/$defs/";

  private final Shelf shelf;
  private final String minor;
  private final JsonNode document;
  private Optional<CustomResources> custom = Optional.empty();

  private KubernetesBundle(Shelf shelf, String minor, JsonNode document) {
    this.shelf = shelf;
    this.minor = minor;
    this.document = document;
  }

  /** The minors that have a bundle, sorted. */
  public static List<String> minors(Shelf shelf) {
    return shelf.files(FOLDER, ".json").stream()
        .map(file -> file.substring(FOLDER.length() + 1, file.length() - ".json".length()))
        .toList();
  }

  /** The bundle of a minor; throws {@link IllegalStateException} when there is none. */
  public static KubernetesBundle of(Shelf shelf, String minor) {
    String text = shelf.text(FOLDER + "/" + minor + ".json");
    return new KubernetesBundle(shelf, minor, JsonTrees.read(text));
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
    String key = apiVersion + "/" + kind;
    return document.path("x-kinds").has(key)
        ? document.path("x-kinds").path(key).stringValueOpt()
        : custom().kinds().path(key).stringValueOpt();
  }

  /** All kinds, as {@code apiVersion/kind}: Kubernetes' own, then the custom resources. */
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>(document.path("x-kinds").propertyNames());
    kinds.addAll(custom().kinds().propertyNames());
    return List.copyOf(kinds);
  }

  /** Whether objects of that kind belong to no namespace. */
  public boolean isClusterScoped(String apiVersion, String kind) {
    String key = apiVersion + "/" + kind;
    return lists(document.path("x-cluster-scoped"), key)
        || (!document.path("x-kinds").has(key) && lists(custom().clusterScoped(), key));
  }

  private static boolean lists(JsonNode words, String word) {
    for (JsonNode one : words) {
      if (one.stringValue("").equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** The shape of one definition, closed over all it refers to. */
  public Shape shape(String definition) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("$ref", LOCAL + definition);
    copyDefinition(definition, whole.putObject("$defs"));
    return Shape.of(whole);
  }

  /** Copies a definition and all it refers to into another document's definitions. */
  public void copyDefinition(String name, ObjectNode into) {
    if (!into.has(name)) {
      JsonNode definition = definition(name);
      into.set(name, definition);
      copyReferences(definition, into);
    }
  }

  /** One definition; throws {@link IllegalStateException} when there is none of that name. */
  private JsonNode definition(String name) {
    JsonNode own = document.path("$defs").path(name);
    JsonNode definition = own.isObject() ? own : custom().definitions().path(name);
    if (!definition.isObject()) {
      throw new IllegalStateException("Kubernetes " + minor + " has no " + name);
    }
    return definition;
  }

  private void copyReferences(JsonNode schema, ObjectNode into) {
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      copyDefinition(reference.substring(LOCAL.length()), into);
    }
    schema.forEach(child -> copyReferences(child, into));
  }

  /** Custom resources are read when the first kind is asked for that is none of Kubernetes' own. */
  private synchronized CustomResources custom() {
    if (custom.isEmpty()) {
      custom = Optional.of(CustomResources.of(shelf));
    }
    return custom.get();
  }
}
