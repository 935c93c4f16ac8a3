package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Tells a person how a tree does not fit its shape.
 *
 * <p>Reports, under the topic given: {@code unknown-key} at the key, {@code missing-key} at the map
 * that lacks it, {@code wrong-type}, {@code not-allowed} (a word that is none of those allowed),
 * {@code bad-format} (a text of another form), {@code out-of-range}, {@code refused} and {@code
 * duplicate-item} at the value.
 */
public final class ShapeReport {
  private final String topic;
  private final KeyPlaces elsewhere;

  /**
   * @param topic first half of the rule names, such as {@code values}
   * @param elsewhere where known keys stand, to say where a misplaced one belongs
   */
  public ShapeReport(String topic, KeyPlaces elsewhere) {
    this.topic = topic;
    this.elsewhere = elsewhere;
  }

  /** The problems of the tree; empty when it fits. */
  public List<Diagnostic> inspect(Shape shape, Node tree) {
    List<Diagnostic> found = new ArrayList<>();
    for (Violation violation : Choices.relevant(shape.violations(tree))) {
      found.add(diagnostic(violation, tree));
    }
    return found;
  }

  private Diagnostic diagnostic(Violation violation, Node tree) {
    Node value = tree.at(violation.path()).orElse(tree);
    return switch (violation.keyword()) {
      case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
          unknownKey(violation, value);
      case "required", "dependentRequired" -> missingKey(violation, value);
      case "type" -> wrongType(violation, value);
      case "enum", "const" -> notAllowed(violation, value);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          outOfRange(violation, value);
      default -> otherwise(violation, value);
    };
  }

  private Diagnostic unknownKey(Violation violation, Node value) {
    String key = violation.property().isEmpty() ? lastKey(violation.path()) : violation.property();
    Place place =
        value instanceof Mapping map ? map.keyOrigin(key).place() : value.origin().place();
    List<String> known = new ArrayList<>(violation.within().path("properties").propertyNames());
    String where = violation.path().segments().isEmpty() ? "here" : "in " + violation.path();
    if (violation.keyword().equals("propertyNames")) {
      return error(
              place,
              "bad-format",
              "the key \"" + key + "\" has a form that is not accepted " + where)
          .hint(describe(violation.rule()));
    }
    return error(place, "unknown-key", "there is no key \"" + key + "\" " + where)
        .hint(suggestion(key, known, violation.path()));
  }

  private Optional<String> suggestion(String key, List<String> known, ValuePath at) {
    Optional<String> near = Nearest.to(key, known);
    List<String> others = elsewhere.placesOf(key, at);
    if (near.isPresent() && others.isEmpty()) {
      return near.map(word -> "did you mean \"" + word + "\"?");
    }
    if (!others.isEmpty()) {
      String place = "\"" + key + "\" exists as " + String.join(", ", others);
      return Optional.of(near.map(word -> "did you mean \"" + word + "\"? " + place).orElse(place));
    }
    return known.isEmpty() || known.size() > 12
        ? Optional.empty()
        : Optional.of("known keys are " + String.join(", ", known));
  }

  private Diagnostic missingKey(Violation violation, Node value) {
    return error(
            value.origin().place(),
            "missing-key",
            "the key \"" + violation.property() + "\" is missing" + inside(violation.path()))
        .hint(describe(violation.within().path("properties").path(violation.property())));
  }

  private Diagnostic wrongType(Violation violation, Node value) {
    String expected = Words.types(violation.rule());
    return error(
            value.origin().place(),
            "wrong-type",
            "expected " + expected + inside(violation.path()) + ", found " + Words.found(value))
        .hint(describe(violation.within()));
  }

  private Diagnostic notAllowed(Violation violation, Node value) {
    List<String> allowed = new ArrayList<>();
    if (violation.rule().isArray()) {
      violation.rule().forEach(word -> allowed.add(Words.json(word)));
    } else {
      allowed.add(Words.json(violation.rule()));
    }
    Optional<String> near = value.string().flatMap(text -> Nearest.to(text, allowed));
    return error(
            value.origin().place(),
            "not-allowed",
            "expected "
                + Words.oneOf(allowed)
                + inside(violation.path())
                + ", found "
                + Words.found(value))
        .hint(
            near.map(word -> "did you mean \"" + word + "\"?")
                .or(() -> describe(violation.within())));
  }

  private Diagnostic outOfRange(Violation violation, Node value) {
    String bound =
        violation.keyword().toLowerCase(Locale.ROOT).endsWith("minimum") ? "at least " : "at most ";
    String strict =
        violation.keyword().startsWith("exclusive")
            ? (bound.equals("at least ") ? "more than " : "less than ")
            : bound;
    return error(
            value.origin().place(),
            "out-of-range",
            "expected "
                + strict
                + Words.json(violation.rule())
                + inside(violation.path())
                + ", found "
                + Words.found(value))
        .hint(describe(violation.within()));
  }

  private Diagnostic otherwise(Violation violation, Node value) {
    Optional<String> said = text(violation.within(), "x-message");
    String found = inside(violation.path()) + ", found " + Words.found(value);
    String rule = Words.json(violation.rule());
    String expected =
        switch (violation.keyword()) {
          case "pattern" -> "expected a text of another form";
          case "format" -> "expected a " + rule;
          case "minLength" -> "expected at least " + rule + " characters";
          case "maxLength" -> "expected at most " + rule + " characters";
          case "minItems" -> "expected at least " + rule + " items";
          case "maxItems" -> "expected at most " + rule + " items";
          case "minProperties" -> "expected at least " + rule + " keys";
          case "maxProperties" -> "expected at most " + rule + " keys";
          case "uniqueItems" -> "expected different items";
          case "not", "false" -> "this cannot be set here";
          default -> "the value does not fit (" + violation.keyword() + ")";
        };
    String name =
        switch (violation.keyword()) {
          case "uniqueItems" -> "duplicate-item";
          case "not", "false" -> "refused";
          default -> "bad-format";
        };
    return error(
            value.origin().place(),
            name,
            said.map(text -> "expected " + text).orElse(expected) + found)
        .hint(describe(violation.within()));
  }

  private Diagnostic error(Place place, String name, String message) {
    return Diagnostic.error(place, RuleName.of(topic + "/" + name), message);
  }

  private static String inside(ValuePath path) {
    return path.segments().isEmpty() ? "" : " for " + path;
  }

  private static String lastKey(ValuePath path) {
    int size = path.segments().size();
    return size > 0 && path.segments().get(size - 1) instanceof ValuePath.Key key ? key.name() : "";
  }

  private static Optional<String> describe(JsonNode schema) {
    Optional<String> description = text(schema, "description");
    return text(schema, "x-refused").or(() -> description);
  }

  private static Optional<String> text(JsonNode schema, String key) {
    JsonNode value = schema.path(key);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** What a scalar is, for messages of other rooms. */
  public static String shown(Node value) {
    return value instanceof Scalar ? Words.found(value) : "a " + value.kindWord();
  }
}
