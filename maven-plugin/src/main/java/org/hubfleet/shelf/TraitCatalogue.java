package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.source.Layer;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configurable classes of the pinned packages and their traits, as a tool read them from the
 * packages themselves.
 */
public final class TraitCatalogue {
  private static final String FOLDER = "upstream/traits";

  private final Map<String, JsonNode> classes = new TreeMap<>();

  /**
   * Reads {@code upstream/traits/} on the shelf; throws {@link IllegalStateException} when {@code
   * kubernetes.yaml} there describes a trait that no package has.
   */
  public TraitCatalogue(Shelf shelf) {
    for (String file : shelf.files(FOLDER, ".json")) {
      JsonNode document = JsonTrees.read(shelf.text(file));
      document
          .path("classes")
          .properties()
          .forEach(entry -> classes.put(entry.getKey(), entry.getValue()));
    }
    JsonNode pieces = JsonTrees.of(shelf.tree(FOLDER + "/kubernetes.yaml", Layer.UPSTREAM));
    for (Map.Entry<String, JsonNode> ofClass : pieces.properties()) {
      ofClass
          .getValue()
          .properties()
          .forEach(
              piece -> describe(ofClass.getKey(), piece.getKey(), (ObjectNode) piece.getValue()));
    }
  }

  /** Adds to the schema of a trait, and to those of its older names. */
  private void describe(String className, String name, ObjectNode piece) {
    if (!ownTraits(className).containsKey(name)) {
      throw new IllegalStateException("no trait " + className + "." + name);
    }
    ownTraits(className)
        .forEach(
            (known, trait) -> {
              boolean older =
                  trait.path("type").stringValue("").equals("alias")
                      && trait.path("deprecated").stringValue("").equals(name);
              if ((known.equals(name) || older)
                  && trait.path("schema") instanceof ObjectNode schema) {
                schema.setAll(piece);
              }
            });
  }

  /** The names of all classes, sorted. */
  public List<String> classNames() {
    return List.copyOf(classes.keySet());
  }

  /**
   * The traits of a class, inherited ones included, each as the catalogue has it; empty for an
   * unknown class.
   */
  public Map<String, JsonNode> traits(String className) {
    Map<String, JsonNode> found = new LinkedHashMap<>(ownTraits(className));
    for (JsonNode base : definition(className).path("bases")) {
      ownTraits(base.stringValue()).forEach(found::putIfAbsent);
    }
    for (JsonNode gone : definition(className).path("without")) {
      found.remove(gone.stringValue());
    }
    return found;
  }

  /** The traits that a class defines itself. */
  public Map<String, JsonNode> ownTraits(String className) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    definition(className)
        .path("traits")
        .properties()
        .forEach(trait -> found.put(trait.getKey(), trait.getValue()));
    return found;
  }

  private JsonNode definition(String className) {
    return classes.getOrDefault(className, JsonNodeFactory.instance.objectNode());
  }

  /** The class that a name such as {@code github} or a full class path selects. */
  public Optional<String> classOf(String selector) {
    return classes.entrySet().stream()
        .filter(entry -> selects(entry.getKey(), entry.getValue(), selector))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * The short names that select a class, sorted.
   *
   * @param kind {@code authenticator}, {@code spawner} or {@code proxy}
   */
  public List<String> selectors(String kind) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode definition : classes.values()) {
      for (JsonNode name : definition.path(kind)) {
        if (!name.stringValue("").contains(".")) {
          names.add(name.stringValue("").toLowerCase(Locale.ROOT));
        }
      }
    }
    return List.copyOf(names);
  }

  private static boolean selects(String name, JsonNode definition, String selector) {
    for (String kind : List.of("authenticator", "spawner", "proxy")) {
      for (JsonNode known : definition.path(kind)) {
        if (known.stringValue("").equals(selector)) {
          return true;
        }
      }
    }
    return (definition.path("module").stringValue("") + "." + name).equals(selector);
  }

  /** Whether the first class is the second or inherits from it. */
  public boolean isA(String className, String base) {
    if (className.equals(base)) {
      return true;
    }
    JsonNode definition = classes.get(className);
    if (definition != null) {
      for (JsonNode known : definition.path("bases")) {
        if (isA(known.stringValue(), base)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The paths of all classes and of each trait in the class that defines it, by name. */
  public Map<String, List<ValuePath>> places(ValuePath config) {
    Map<String, List<ValuePath>> found = new TreeMap<>();
    for (String name : classes.keySet()) {
      found.computeIfAbsent(name, key -> new ArrayList<>()).add(config.key(name));
      for (String trait : ownTraits(name).keySet()) {
        found.computeIfAbsent(trait, key -> new ArrayList<>()).add(config.key(name).key(trait));
      }
    }
    return found;
  }

  /** The {@code properties} keyword of a schema for one class. */
  public ObjectNode properties(String className) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(traits(className))
        .forEach((name, trait) -> properties.set(name, schema(name, trait)));
    return properties;
  }

  /** The {@code properties} keyword of a schema for a map of classes. */
  public ObjectNode classes() {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (String name : classes.keySet()) {
      ObjectNode schema = properties.putObject(name);
      schema.put("type", "object");
      schema.put("additionalProperties", false);
      schema.set("properties", properties(name));
    }
    return properties;
  }

  /** The schema of one trait, with what else is known of it as annotations. */
  private static ObjectNode schema(String name, JsonNode trait) {
    JsonNode schema = trait.path("schema");
    ObjectNode copy =
        schema.isObject() ? (ObjectNode) schema.deepCopy() : JsonNodeFactory.instance.objectNode();
    if (trait.path("credential").asBoolean(false)) {
      if (trait.has("credentialIn")) {
        copy.set("x-holds-credentials", trait.path("credentialIn"));
      } else {
        copy.put("x-credential", true);
      }
    }
    boolean refused = trait.path("refused").asBoolean(false);
    JsonNode successor = trait.path("deprecated");
    String instead = successor.isString() ? "use " + successor.stringValue() + " instead" : "";
    if (refused) {
      copy.put(
          "x-refused",
          "the hub does not start with it" + (instead.isEmpty() ? "" : "; " + instead));
    } else if (trait.path("ignored").asBoolean(false)) {
      copy.put("x-dead", "its value is lost" + (instead.isEmpty() ? "" : "; " + instead));
    } else if (successor.isString() || successor.asBoolean(false)) {
      copy.put("x-deprecated", instead.isEmpty() ? "it is not used any more" : instead);
    }
    return unit(name, trait, copy);
  }

  private static ObjectNode unit(String name, JsonNode trait, ObjectNode schema) {
    if (trait.path("type").stringValue("").startsWith("ByteSpecification")) {
      schema.put("x-unit", "bytes-binary");
    } else if (name.equals("cpu_limit") || name.equals("cpu_guarantee")) {
      schema.put("x-unit", "cores");
    }
    return schema;
  }
}
