package org.hubfleet.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the client's models have lost, as {@code overlay.yaml} says it.
 *
 * <p>The file explains its own shape. An entry has to fit at least one minor; {@link
 * #requireAllUsed} throws for those that fitted none.
 */
final class Overlay {
  private static final String TYPES = "types";
  private static final String NAMES = "names";
  private static final String DEFINITIONS = "defs";
  private static final String FIELDS = "fields";
  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final Map<String, Object> tree;
  private final Set<String> unused = new TreeSet<>();
  private final Set<String> used = new TreeSet<>();

  private Overlay(Map<String, Object> tree) {
    this.tree = tree;
  }

  static Overlay read(Path file) throws IOException {
    try (InputStream text = Files.newInputStream(file)) {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      return new Overlay(Trees.map(new Load(settings).loadFromInputStream(text)));
    }
  }

  boolean namesKind(String definition) {
    return Trees.map(tree.get(NAMES)).values().stream()
        .anyMatch(kinds -> Trees.strings(kinds).contains(definition));
  }

  /** The definitions of one minor: the given shapes with every rule merged in, and the types. */
  Map<String, Object> applyTo(String minor, Map<String, Object> shapes) {
    Map<String, Object> definitions = Trees.of();
    definitions.putAll(shapes);
    apply(tree, definitions);
    for (Map.Entry<String, Object> later : Trees.map(tree.get(FROM)).entrySet()) {
      if (number(minor) >= number(later.getKey())) {
        apply(Trees.map(later.getValue()), definitions);
      }
    }
    for (Map.Entry<String, Object> earlier : Trees.map(tree.get(UNTIL)).entrySet()) {
      if (number(minor) <= number(earlier.getKey())) {
        apply(Trees.map(earlier.getValue()), definitions);
      }
    }
    return definitions;
  }

  void requireAllUsed() {
    unused.removeAll(used);
    if (!unused.isEmpty()) {
      throw new IllegalStateException("overlay.yaml names what no minor has: " + unused);
    }
  }

  private void apply(Map<String, Object> rules, Map<String, Object> definitions) {
    Trees.map(rules.get(TYPES)).forEach((name, type) -> definitions.put(name, Trees.copy(type)));
    Trees.map(rules.get(NAMES))
        .forEach((rule, kinds) -> name(rule, Trees.strings(kinds), definitions));
    Trees.map(rules.get(DEFINITIONS))
        .forEach((name, rule) -> applyRule(name, Trees.map(rule), definitions));
  }

  private void name(String rule, List<String> kinds, Map<String, Object> definitions) {
    for (String kind : kinds) {
      Map<String, Object> definition = Trees.map(definitions.get(kind));
      if (found(NAMES + "." + kind, !definition.isEmpty())) {
        Map<String, Object> fields = Trees.map(definition.get("properties"));
        Map<String, Object> metadata = Trees.reference("V1ObjectMeta");
        metadata.put("required", List.of("name"));
        metadata.put("properties", Trees.of("name", Trees.reference(rule)));
        fields.put("metadata", metadata);
      }
    }
  }

  private void applyRule(String name, Map<String, Object> rule, Map<String, Object> definitions) {
    boolean any = false;
    for (String definition : List.of(name, name + ModelShapes.INLINE)) {
      if (definitions.containsKey(definition)) {
        any = true;
        applyTo(name, rule, Trees.map(definitions.get(definition)));
      }
    }
    found(name, any);
  }

  private void applyTo(String name, Map<String, Object> rule, Map<String, Object> definition) {
    Map<String, Object> own = Trees.of();
    own.putAll(rule);
    Map<String, Object> fields = Trees.map(definition.get("properties"));
    Trees.map(own.remove(FIELDS))
        .forEach(
            (field, constraint) -> {
              if (found(name + "." + field, fields.containsKey(field))) {
                Rules.merge(Trees.map(fields.get(field)), Trees.map(constraint));
              }
            });
    for (String required : Trees.strings(own.get("required"))) {
      found(name + "." + required, fields.containsKey(required));
    }
    Rules.merge(definition, own);
  }

  private boolean found(String entry, boolean found) {
    (found ? used : unused).add(entry);
    return found;
  }

  private static int number(String minor) {
    return Integer.parseInt(minor.substring(minor.indexOf('.') + 1));
  }
}
