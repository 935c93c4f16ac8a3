package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.TraitCatalogue;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder {@code schemas/}: one JSON Schema (draft 2020-12) for each kind of file of {@code
 * config/}, for editors and other tools.
 *
 * <p>Each stands alone: every map is closed, every reference leads into the file itself, and the
 * whole vocabulary of upstream values (in the middle minor of Kubernetes that we know) is inside.
 */
public final class EditorSchemas {
  private static final String LOCAL = "#/$defs/";
  private static final String VALUES = "jupyterhub";
  private static final List<SourceFile.Kind> KINDS =
      List.of(
          SourceFile.Kind.HUB,
          SourceFile.Kind.COMMUNITY,
          SourceFile.Kind.FLEET,
          SourceFile.Kind.CLUSTER,
          SourceFile.Kind.DISTRIBUTION);

  private final Languages languages;
  private final ObjectNode vocabulary;

  /** Composes from the shelf. */
  public EditorSchemas(Shelf shelf) {
    languages = new Languages(shelf);
    List<String> minors = KubernetesBundle.minors(shelf);
    KubernetesBundle bundle = KubernetesBundle.of(shelf, minors.get(minors.size() / 2));
    vocabulary =
        (ObjectNode)
            new Vocabulary(shelf, bundle, new TraitCatalogue(shelf)).layer().document().deepCopy();
  }

  /** The texts by file name, such as {@code hub.json}. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    for (SourceFile.Kind kind : KINDS) {
      files.put(word(kind) + ".json", pretty(document(kind)));
    }
    return files;
  }

  /** The schema of one kind of file. */
  public ObjectNode document(SourceFile.Kind kind) {
    ObjectNode rules = (ObjectNode) languages.file(kind).document().deepCopy();
    ObjectNode defs = rules.withObject("$defs");
    if (insertVocabulary(rules)) {
      add(VALUES, vocabulary, defs);
      vocabulary.get("$defs").properties().forEach(def -> add(def.getKey(), def.getValue(), defs));
    }
    rules.remove("$defs");
    new LooseTexts(defs).allowIn(rules);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", "urn:hubfleet:schema:" + word(kind));
    document.put("title", "hubs: a " + word(kind) + " file");
    rules.properties().forEach(rule -> document.set(rule.getKey(), rule.getValue()));
    ObjectNode used = reachable(document, defs);
    document.set("$defs", used);
    clean(document, false);
    return document;
  }

  private static String word(SourceFile.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void add(String name, JsonNode schema, ObjectNode defs) {
    if (defs.has(name)) {
      throw new IllegalStateException("two definitions are called " + name);
    }
    ObjectNode copy = (ObjectNode) schema.deepCopy();
    copy.remove(List.of("$defs", "$schema"));
    defs.set(name, copy);
  }

  /** Points every place for upstream values at the vocabulary; whether there was one. */
  private static boolean insertVocabulary(JsonNode schema) {
    boolean found = false;
    JsonNode values = schema.path("properties").path(VALUES);
    if (values instanceof ObjectNode object && !object.has("$ref")) {
      object.removeAll();
      object.put("$ref", LOCAL + VALUES);
      found = true;
    }
    for (JsonNode child : schema) {
      found |= insertVocabulary(child);
    }
    return found;
  }

  /** The definitions that the schema leads to, sorted by name. */
  private static ObjectNode reachable(ObjectNode schema, ObjectNode defs) {
    SortedMap<String, JsonNode> used = new TreeMap<>();
    follow(schema, defs, used);
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    used.forEach(kept::set);
    return kept;
  }

  private static void follow(JsonNode schema, ObjectNode defs, SortedMap<String, JsonNode> used) {
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL) && !used.containsKey(reference.substring(LOCAL.length()))) {
      String name = reference.substring(LOCAL.length());
      JsonNode target = defs.path(name);
      if (!target.isObject()) {
        throw new IllegalStateException("no definition " + name);
      }
      used.put(name, target);
      follow(target, defs, used);
    }
    schema.forEach(child -> follow(child, defs, used));
  }

  /** Takes out what only the compiler reads; texts about a form go where editors look for them. */
  private static void clean(JsonNode schema, boolean isMapOfNames) {
    if (schema instanceof ObjectNode object && !isMapOfNames) {
      String message = object.path("x-message").stringValue("");
      List<String> ours =
          new ArrayList<>(object.propertyNames()).stream().filter(n -> n.startsWith("x-")).toList();
      object.remove(ours);
      if (!message.isEmpty() && object.has("pattern")) {
        object.put("patternErrorMessage", "expected " + message);
      }
    }
    if (schema instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> child : object.properties()) {
        boolean names = child.getKey().equals("properties") || child.getKey().equals("$defs");
        clean(child.getValue(), names && !isMapOfNames);
      }
    } else {
      schema.forEach(child -> clean(child, false));
    }
  }

  private static String pretty(ObjectNode document) {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(document)
            .replace("\r\n", "\n")
        + "\n";
  }
}
