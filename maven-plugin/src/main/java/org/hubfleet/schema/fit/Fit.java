package org.hubfleet.schema.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.source.Node;
import tools.jackson.databind.JsonNode;

/**
 * A schema as quick rules over located trees. Nearly all trees of a run fit; of those this knows
 * for certain, and only the others are shown to the schema library, which alone can say what is
 * wrong with them.
 *
 * <p>What a keyword means is draft 2020-12. A keyword that is not known here, or whose meaning for
 * a value is subtle, makes the verdict unsure, never wrong. Definitions become rules when they are
 * first needed. Safe for threads.
 */
public final class Fit {
  private static final String LOCAL = "#/$defs/";

  private final JsonNode definitions;
  private final Map<String, Rule> defined = new ConcurrentHashMap<>();
  private final Rule root;

  private Fit(JsonNode document) {
    this.definitions = document.path("$defs");
    this.root = rule(document);
  }

  /** The rules of a schema document; references lead only into its own definitions. */
  public static Fit of(JsonNode document) {
    return new Fit(document);
  }

  /**
   * Whether the tree fits for certain, and no two items of a list have equal {@code x-list-keys};
   * false tells nothing.
   */
  public boolean isCertain(Node tree) {
    return judge(tree) == Verdict.FITS;
  }

  Verdict judge(Node tree) {
    return root.judge(tree);
  }

  /** The rule that a schema is. */
  Rule rule(JsonNode schema) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? Rule.ANYTHING : Rule.NOTHING;
    }
    if (!schema.isObject()) {
      return Rule.UNKNOWN;
    }
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!Keywords.isSilent(keyword.getKey())) {
        rules.add(Keywords.rule(keyword.getKey(), keyword.getValue(), schema, this));
      }
    }
    return Rule.all(rules);
  }

  /** The rules of a list of schemas. */
  List<Rule> rules(JsonNode schemas) {
    List<Rule> rules = new ArrayList<>();
    schemas.forEach(schema -> rules.add(rule(schema)));
    return rules;
  }

  /** The rule behind a reference, made when it is first asked, since definitions may recur. */
  Rule reference(String reference) {
    if (!reference.startsWith(LOCAL)) {
      return Rule.UNKNOWN;
    }
    return new Reference(reference.substring(LOCAL.length()));
  }

  /** A definition by its name, looked up once. */
  private final class Reference implements Rule {
    private final String name;
    private volatile Optional<Rule> known = Optional.empty();

    Reference(String name) {
      this.name = name;
    }

    @Override
    public Verdict judge(Node value) {
      Optional<Rule> rule = known;
      if (rule.isEmpty()) {
        rule = Optional.of(definition(name));
        known = rule;
      }
      return rule.get().judge(value);
    }
  }

  /** The schema that a reference leads to, the schema itself where it has none. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    return reference.startsWith(LOCAL)
        ? definitions.path(reference.substring(LOCAL.length()))
        : schema;
  }

  private Rule definition(String name) {
    Rule known = defined.get(name);
    return known == null
        ? defined.computeIfAbsent(name, key -> rule(definitions.path(key)))
        : known;
  }
}
