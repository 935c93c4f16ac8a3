package org.hubfleet.shelf;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.KeyIndex;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.PythonKeys;
import org.hubfleet.schema.SchemaForm;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Layer;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of the upstream values tree, composed from the components' schemas, the Kubernetes
 * types of one minor and the trait catalogue.
 */
public final class Vocabulary {
  private static final String KUBERNETES = "urn:hubs:kubernetes#/$defs/";
  private static final String LOCAL = "#/$defs/";
  private static final String MERGED = "x-merged";

  /** The path of the values that this vocabulary is about. */
  public static final ValuePath ROOT = ValuePath.of("jupyterhub");

  private static final ValuePath CONFIG = ValuePath.of("jupyterhub", "hub", "config");

  private final Shape whole;
  private final Shape layer;
  private final SchemaWalk walk;
  private final List<ValuePath> keyed;
  private final Supplier<KeyPlaces> places;

  /** Composes the vocabulary for a minor. */
  public Vocabulary(Shelf shelf, KubernetesBundle bundle, TraitCatalogue traits) {
    ObjectNode document = compose(shelf, bundle, traits);
    ObjectNode layered = document.deepCopy();
    KeyedPlaces.open(layered);
    ObjectNode form = (ObjectNode) SchemaForm.layer(layered, (ObjectNode) layered.get("$defs"));
    form.set("$defs", layered.get("$defs"));
    whole = Shape.of(document);
    layer = Shape.of(form);
    walk = new SchemaWalk(document);
    keyed = KeyedPlaces.of(document);
    places = Lazy.of(() -> index(document, traits));
  }

  /** Walks trees beside this vocabulary. */
  public SchemaWalk walk() {
    return walk;
  }

  /**
   * The lists, below the root, for which a layer may give a map by name; its entries are the items.
   */
  public List<ValuePath> keyedLists() {
    return keyed;
  }

  /** Where keys stand, from the root {@code jupyterhub}. */
  public KeyPlaces places() {
    return (key, near) -> places.get().placesOf(key, near);
  }

  private static KeyPlaces index(JsonNode document, TraitCatalogue traits) {
    return new KeyIndex(document, ROOT, Vocabulary::isKubernetes, traits.places(CONFIG));
  }

  private static boolean isKubernetes(String definition) {
    return Character.isUpperCase(definition.charAt(0));
  }

  /** The shape of a hub's effective values below {@code jupyterhub}. */
  public Shape whole() {
    return whole;
  }

  /** The shape of what one layer says below {@code jupyterhub}. */
  public Shape layer() {
    return layer;
  }

  private static ObjectNode compose(Shelf shelf, KubernetesBundle bundle, TraitCatalogue traits) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("description", "Values of the Zero to JupyterHub chart.");
    document.put("type", "object");
    document.put("additionalProperties", false);
    ObjectNode properties = document.putObject("properties");
    ObjectNode defs = document.putObject("$defs");
    for (String file : shelf.files("upstream", "/schema.yaml")) {
      String component = file.split("/", -1)[1];
      ObjectNode part = (ObjectNode) JsonTrees.of(shelf.tree(file, Layer.UPSTREAM));
      Resolver resolver = new Resolver(component + ".", bundle, traits, defs);
      for (Map.Entry<String, JsonNode> def : part.path("$defs").properties()) {
        defs.set(component + "." + def.getKey(), def.getValue());
      }
      for (Map.Entry<String, JsonNode> def : part.path("$defs").properties()) {
        resolver.resolve(def.getValue());
      }
      resolver.resolve(part.path("properties"));
      for (Map.Entry<String, JsonNode> property : part.path("properties").properties()) {
        properties.set(property.getKey(), property.getValue());
      }
    }
    return document;
  }

  /**
   * Rewrites references of one component to the composed document, and pulls in what they lead to.
   */
  private record Resolver(
      String prefix, KubernetesBundle bundle, TraitCatalogue traits, ObjectNode defs) {
    void resolve(JsonNode schema) {
      if (schema instanceof ObjectNode object) {
        resolveTraits(object);
        resolveReference(object);
      }
      schema.forEach(this::resolve);
    }

    private void resolveReference(ObjectNode object) {
      String reference = object.path("$ref").stringValue("");
      if (reference.startsWith(KUBERNETES)) {
        String name = reference.substring(KUBERNETES.length());
        bundle.copyDefinition(name, defs);
        object.put(
            "$ref", form(object, is(object, "x-snake") ? PythonKeys.form(name, defs) : name));
      } else if (reference.startsWith(LOCAL) && !defs.has(reference.substring(LOCAL.length()))) {
        object.put("$ref", LOCAL + prefix + reference.substring(LOCAL.length()));
      }
    }

    private String form(ObjectNode object, String name) {
      return is(object, MERGED)
          ? SchemaForm.layered(name, defs)
          : is(object, "x-partial") ? SchemaForm.partial(name, defs) : LOCAL + name;
    }

    private static boolean is(ObjectNode object, String annotation) {
      return object.path(annotation).asBoolean(false);
    }

    private void resolveTraits(ObjectNode object) {
      String className = object.path("x-traits").stringValue("");
      if (!className.isEmpty()) {
        ObjectNode properties = traits.properties(className);
        properties.forEach(Resolver::overriding);
        object.set("properties", properties);
        object.put("additionalProperties", false);
      }
      if (object.path("x-trait-classes").asBoolean(false)) {
        object.set("properties", traits.classes());
        object.put("additionalProperties", false);
        object.remove("propertyNames");
        object.path("x-below").properties().forEach(rule -> annotate(object, rule));
      }
    }

    /** What overrides a trait may be null, and a map is merged over the map that is there. */
    private static void overriding(JsonNode trait) {
      SchemaForm.acceptNull(trait);
      ObjectNode schema = (ObjectNode) trait;
      if (schema.has("$ref")) {
        schema.put(MERGED, true);
      }
      if (schema.path("additionalProperties") instanceof ObjectNode entry) {
        entry.put(MERGED, true);
        SchemaForm.acceptNull(entry);
        if (entry.path("then") instanceof ObjectNode then) {
          then.put(MERGED, true);
        }
      }
    }

    /** Puts annotations on the traits that a pattern such as {@code *.client_secret} names. */
    private static void annotate(ObjectNode classes, Map.Entry<String, JsonNode> rule) {
      String[] names = rule.getKey().split("\\.", 2);
      for (Map.Entry<String, JsonNode> known : classes.path("properties").properties()) {
        JsonNode trait = known.getValue().path("properties").path(names[1]);
        boolean meant = names[0].equals("*") || names[0].equals(known.getKey());
        // A trait that holds credentials somewhere inside says so itself, more exactly.
        if (meant && trait instanceof ObjectNode schema && !schema.has("x-holds-credentials")) {
          rule.getValue().properties().forEach(a -> schema.set(a.getKey(), a.getValue()));
        }
      }
    }
  }
}
