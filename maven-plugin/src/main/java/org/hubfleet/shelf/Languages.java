package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.SchemaForm;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Layer;
import org.hubfleet.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes of the files of {@code config/}: one for each kind of file, and one for a hub after
 * its layers merged.
 */
public final class Languages {
  private static final String IDENTITY = "x-identity";

  private final Map<SourceFile.Kind, Shape> files = new EnumMap<>(SourceFile.Kind.class);
  private final Map<SourceFile.Kind, ObjectNode> documents = new EnumMap<>(SourceFile.Kind.class);
  private final Shelf shelf;
  private final LanguageParts parts;
  private final Shape mergedHub;
  private final List<String> identity = new ArrayList<>();

  /** Composes the shapes from {@code language/} and {@code capabilities/} on the shelf. */
  public Languages(Shelf shelf) {
    this.shelf = shelf;
    this.parts = new LanguageParts(shelf);
    ObjectNode hub = document("hub");
    documents.put(SourceFile.Kind.HUB, hub);
    documents.put(SourceFile.Kind.DISTRIBUTION, distribution(hub));
    documents.put(SourceFile.Kind.CLUSTER, withFlux(withShared(document("cluster"), hub)));
    documents.put(SourceFile.Kind.COMMUNITY, withShared(document("community"), hub));
    documents.put(SourceFile.Kind.FLEET, withFlux(withShared(document("fleet"), hub)));
    mergedHub = Shape.of(hub.deepCopy());
    hub.path(IDENTITY).forEach(key -> identity.add(key.stringValue()));
    documents.forEach((kind, whole) -> files.put(kind, fileShape(kind, whole)));
  }

  /** The shape of a file of that kind as a person writes it. */
  public Shape file(SourceFile.Kind kind) {
    return files.get(kind);
  }

  /** The shape of a hub whose layers are merged. */
  public Shape mergedHub() {
    return mergedHub;
  }

  /** The keys that only the file of a hub itself may have. */
  public List<String> identityKeys() {
    return List.copyOf(identity);
  }

  /** The schema document of a kind of file, for editors; a copy. */
  public ObjectNode document(SourceFile.Kind kind) {
    return documents.get(kind).deepCopy();
  }

  private static Shape fileShape(SourceFile.Kind kind, ObjectNode whole) {
    boolean merges = kind == SourceFile.Kind.HUB || kind == SourceFile.Kind.DISTRIBUTION;
    ObjectNode copy = whole.deepCopy();
    return Shape.of(merges ? SchemaForm.layer(copy, copy.withObject("$defs")) : copy);
  }

  private ObjectNode document(String name) {
    ObjectNode document =
        (ObjectNode) JsonTrees.of(shelf.tree("language/" + name + ".yaml", Layer.COMPILER));
    parts.add(name, document);
    return document;
  }

  /** What a distribution says of itself, and all that a hub can say but who it is. */
  private ObjectNode distribution(ObjectNode hub) {
    ObjectNode document = document("distribution");
    ObjectNode properties = document.withObject("properties");
    ObjectNode rest = withoutIdentity(hub);
    for (Map.Entry<String, JsonNode> property : rest.path("properties").properties()) {
      if (!properties.has(property.getKey())) {
        properties.set(property.getKey(), property.getValue());
      }
    }
    properties.remove("distribution");
    document.set("$defs", rest.path("$defs"));
    return document;
  }

  private static ObjectNode withoutIdentity(ObjectNode hub) {
    ObjectNode rest = hub.deepCopy();
    for (JsonNode key : hub.path(IDENTITY)) {
      ((ObjectNode) rest.get("properties")).remove(key.stringValue());
    }
    rest.remove("required");
    return rest;
  }

  /** Puts in what the fleet says for all clusters and a cluster for itself. */
  private ObjectNode withFlux(ObjectNode document) {
    document.withObject("$defs").set("flux", document("flux"));
    return document;
  }

  /** Puts in what several kinds of file share with hubs: waivers, and defaults for hubs. */
  private static ObjectNode withShared(ObjectNode document, ObjectNode hub) {
    ObjectNode defs = document.withObject("$defs");
    defs.set("allow", hub.path("properties").path("allow").deepCopy());
    JsonNode defaults = document.path("properties").path("defaults");
    if (defaults.path("x-hub-defaults").asBoolean(false)) {
      hub.path("$defs")
          .properties()
          .forEach(def -> defs.set(def.getKey(), def.getValue().deepCopy()));
      ObjectNode layer = (ObjectNode) SchemaForm.layer(withoutIdentity(hub), defs);
      layer.remove("$defs");
      layer.set("description", defaults.path("description"));
      ((ObjectNode) document.get("properties")).set("defaults", layer);
    }
    return document;
  }
}
