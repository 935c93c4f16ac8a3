package org.hubfleet.paths;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * The paths of a vocabulary at which single values stand, with the schema of each value.
 *
 * <p>A type of Kubernetes counts as one value. Traits are handed on alike whatever class they are
 * set on and wherever a spawner is overridden, so each trait is looked at in one place.
 */
final class ValuePaths {
  /**
   * One of them.
   *
   * @param reason why it changes nothing, as the schema says it
   */
  record Leaf(ValuePath path, JsonNode schema, Optional<String> reason) {}

  private static final ValuePath CONFIG = ValuePath.of("hub", "config");
  private static final Pattern KUBERNETES = Pattern.compile("^(partial\\W)?[A-Z]|V1");
  private static final List<String> REASONS = List.of("x-dead", "x-refused", "x-ignored");
  private static final String GIVEN_UNDER_SECRETS =
      "its content comes from a Secret, which a line under secrets names";

  private final List<Leaf> leaves = new ArrayList<>();
  private final Set<String> within = new HashSet<>();
  private final Set<String> traits = new HashSet<>();
  private final JsonNode document;

  private ValuePaths(JsonNode document) {
    this.document = document;
  }

  /** The paths below {@code jupyterhub}, in the order of the schema. */
  static List<Leaf> of(JsonNode document) {
    ValuePaths paths = new ValuePaths(document);
    paths.walk(ValuePath.ROOT, document, Optional.empty());
    return paths.leaves;
  }

  private void walk(ValuePath path, JsonNode schema, Optional<String> inherited) {
    Optional<String> reason = reason(schema).or(() -> inherited);
    String reference = schema.path("$ref").stringValue("");
    if (isKnownTrait(path)) {
      return;
    }
    if (reference.isEmpty()) {
      children(path, schema, reason);
    } else if (isKubernetes(reference) || !within.add(reference)) {
      leaves.add(new Leaf(path, schema, reason));
    } else {
      JsonNode target = target(document, schema);
      walk(path, target, reason(target).or(() -> reason));
      within.remove(reference);
    }
  }

  private void children(ValuePath path, JsonNode schema, Optional<String> reason) {
    if (schema.has("x-traits") && !traits.add("traits of " + schema.path("x-traits"))) {
      leaves.add(new Leaf(path, schema, reason));
      return;
    }
    int before = leaves.size();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      walk(path.key(property.getKey()), property.getValue(), reason);
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      walk(path.anyKey(), others, reason);
    }
    JsonNode items = target(document, schema.path("items"));
    if (items.path("properties").isObject() && !isKubernetes(reference(schema.path("items")))) {
      walk(path.anyItem(), schema.path("items"), reason);
    }
    if (leaves.size() == before) {
      leaves.add(new Leaf(path, schema, reason));
    }
  }

  /** Whether it is a trait of a class below {@code hub.config} that another class has too. */
  private boolean isKnownTrait(ValuePath path) {
    List<ValuePath.Segment> steps = path.segments();
    return steps.size() == CONFIG.segments().size() + 2
        && steps.subList(0, 2).equals(CONFIG.segments())
        && !traits.add(steps.get(steps.size() - 1).toString());
  }

  private static Optional<String> reason(JsonNode schema) {
    Optional<String> said =
        REASONS.stream()
            .map(key -> schema.path(key).stringValue(""))
            .filter(text -> !text.isEmpty())
            .findFirst();
    boolean secret = schema.path("x-credential").asBoolean(false);
    boolean partOfSecret = schema.path("x-arrives").stringValue("").equals("pull-secret");
    return said.or(
        () -> secret || partOfSecret ? Optional.of(GIVEN_UNDER_SECRETS) : Optional.empty());
  }

  private static String reference(JsonNode schema) {
    return schema.path("$ref").stringValue("");
  }

  /** Whether the definition is a type of Kubernetes, which counts as one value. */
  private static boolean isKubernetes(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return KUBERNETES.matcher(name).find();
  }

  /** What a schema is or refers to. */
  static JsonNode target(JsonNode document, JsonNode schema) {
    JsonNode found = schema;
    while (!reference(found).isEmpty()) {
      found = document.at(reference(found).substring(1));
    }
    return found;
  }
}
