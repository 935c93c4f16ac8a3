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
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/** Puts one violation into words a person knows. Secrets are not quoted, their lines masked. */
final class ShapeMessages {
  private static final int MOST_LISTED = 12;

  /** A config file has few keys, and nowhere else to look for one. */
  static final int MOST_OF_A_FILE = 30;

  /** Descriptions of an entry that only say that it is one. */
  private static final String NOTHING_NEW = "One [a-z ]+\\.";

  private final String topic;
  private final KeyPlaces elsewhere;
  private final ValuePath root;

  ShapeMessages(String topic, KeyPlaces elsewhere, ValuePath root) {
    this.topic = topic;
    this.elsewhere = elsewhere;
    this.root = root;
  }

  /**
   * The problem.
   *
   * @param value that the violation is about, or that lacks or has the key it is about
   */
  Diagnostic of(Violation violation, Node value) {
    return switch (violation.keyword()) {
      case "propertyNames" -> badKey(violation, value);
      case "unevaluatedProperties" ->
          unknownKey(violation.property(), value, path(violation), violation.within());
      case "required", "dependentRequired" -> missingKey(violation, value);
      case "type" -> wrongType(violation, value);
      case "enum", "const" -> notAllowed(violation, value);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          outOfRange(violation, value);
      default -> otherwise(violation, value);
    };
  }

  /** The problem of a key that the schema does not know. */
  Diagnostic undeclared(Declared.Finding finding, Violation violation) {
    if (finding.unknown()) {
      return unknownKey(finding.key(), finding.map(), finding.parent(), violation.within());
    }
    String found = found(finding.path(), finding.value(), violation);
    return error(
            finding.value().origin().place(),
            "wrong-type",
            "expected a " + finding.type() + " for " + finding.path() + ", found " + found)
        .related(finding.declared(), "declared here");
  }

  private Diagnostic badKey(Violation violation, Node value) {
    String key = violation.property().isEmpty() ? lastKey(violation.path()) : violation.property();
    Place place =
        value instanceof Mapping map ? map.keyOrigin(key).place() : value.origin().place();
    return error(
            place,
            "bad-format",
            "the key \"" + key + "\" has a form that is not accepted " + where(path(violation)))
        .hint(
            Meant.text(violation.rule(), key)
                .filter(near -> !near.startsWith("/"))
                .map(near -> "write " + near + ". " + describe(violation.rule()).orElse(""))
                .map(String::strip)
                .or(() -> describe(violation.rule())));
  }

  private Diagnostic unknownKey(String key, Node map, ValuePath path, JsonNode schema) {
    Place place = map instanceof Mapping m ? m.keyOrigin(key).place() : map.origin().place();
    List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
    Optional<String> near = MeantKey.of(key, schema);
    boolean secret = CredentialWords.isSecretName(near.orElse(key));
    return error(place, "unknown-key", "there is no key \"" + key + "\" " + where(path))
        .hint(suggestion(key, near, known, path))
        .mask(secret);
  }

  private Optional<String> suggestion(
      String key, Optional<String> near, List<String> known, ValuePath at) {
    List<String> others = elsewhere.placesOf(key, at);
    if (near.isPresent() && others.isEmpty()) {
      return near.map(word -> "did you mean \"" + word + "\"?");
    }
    if (!others.isEmpty()) {
      String place = "\"" + key + "\" exists as " + String.join(", ", others);
      return Optional.of(near.map(word -> "did you mean \"" + word + "\"? " + place).orElse(place));
    }
    int most = topic.equals("config") ? MOST_OF_A_FILE : MOST_LISTED;
    return known.isEmpty() || known.size() > most
        ? Optional.empty()
        : Optional.of("known keys are " + String.join(", ", known));
  }

  private Diagnostic missingKey(Violation violation, Node value) {
    return error(
            value.origin().place(),
            "missing-key",
            "the key \"" + violation.property() + "\" is missing" + inside(path(violation)))
        .hint(describe(violation.within().path("properties").path(violation.property())));
  }

  private Diagnostic wrongType(Violation violation, Node value) {
    String rule = Replacement.rule(violation.within(), value).orElse("wrong-type");
    Optional<String> form =
        text(violation.within(), "x-message")
            .filter(
                message -> isConfig() && Replacement.isOfAnotherForm(violation.within(), value));
    String expected = "expected " + form.orElse(types(violation.rule()));
    Diagnostic problem = at(violation, value, rule, expected);
    return FormHint.of(violation.within(), types(violation.rule()), value)
        .filter(hint -> !problem.masked())
        .or(() -> isConfig() && !problem.masked() ? Meant.by(violation.within(), value) : none())
        .or(() -> FormHint.ofMap(types(violation.rule()), value))
        .map(problem::hint)
        .orElse(problem);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /** In a config file null only takes back what stands below; nobody wants to be told of it. */
  private String types(JsonNode rule) {
    return isConfig()
        ? Words.typesButNull(rule).replace("an integer", "a whole number")
        : Words.types(rule);
  }

  private boolean isConfig() {
    return topic.equals("config");
  }

  private Diagnostic notAllowed(Violation violation, Node value) {
    List<String> allowed = new ArrayList<>();
    if (violation.rule().isArray()) {
      violation.rule().forEach(word -> allowed.add(shown(word)));
      if (isConfig()) {
        allowed.remove("null");
      }
    } else {
      allowed.add(Words.json(violation.rule()));
    }
    Optional<String> near =
        value
            .string()
            .flatMap(
                text ->
                    text(violation.within().path("x-called"), text)
                        .or(() -> Nearest.to(text, allowed)));
    Diagnostic problem = at(violation, value, "not-allowed", "expected " + Words.oneOf(allowed));
    return near.map(word -> problem.hint("did you mean \"" + word + "\"?")).orElse(problem);
  }

  private static String shown(JsonNode word) {
    return word.stringValue("-").isEmpty() ? "\"\"" : Words.json(word);
  }

  private Diagnostic outOfRange(Violation violation, Node value) {
    boolean lower = violation.keyword().toLowerCase(Locale.ROOT).endsWith("minimum");
    String bound =
        violation.keyword().startsWith("exclusive")
            ? (lower ? "more than " : "less than ")
            : (lower ? "at least " : "at most ");
    return at(violation, value, "out-of-range", "expected " + bound + Words.json(violation.rule()));
  }

  private Diagnostic otherwise(Violation violation, Node value) {
    String rule = Words.json(violation.rule());
    String expected =
        switch (violation.keyword()) {
          case "pattern" ->
              Replacement.rule(violation.within(), value).isPresent()
                  ? "expected bytes as a number, or text such as 512M or 1.5G,"
                  : "expected a text of another form";
          case "format" ->
              "expected a " + rule + (rule.equals("date") ? " such as 2026-11-21" : "");
          case "minLength" -> "expected at least " + rule + " characters";
          case "maxLength" -> "expected at most " + rule + " characters";
          case "minItems" -> "expected at least " + rule + (rule.equals("1") ? " item" : " items");
          case "maxItems" -> "expected at most " + rule + " items";
          case "minProperties" ->
              "expected at least " + rule + (rule.equals("1") ? " key" : " keys");
          case "maxProperties" -> "expected at most " + rule + " keys";
          case "uniqueItems" -> "expected different items";
          case "not", "false" -> "this cannot be set here";
          default -> "the value does not fit (" + violation.keyword() + ")";
        };
    String name =
        switch (violation.keyword()) {
          case "uniqueItems" -> "duplicate-item";
          case "not", "false" -> "refused";
          case "pattern" -> Replacement.rule(violation.within(), value).orElse("bad-format");
          default -> "bad-format";
        };
    Optional<String> said = text(violation.within(), "x-message");
    return at(violation, value, name, said.map(text -> "expected " + text).orElse(expected));
  }

  private Diagnostic at(Violation violation, Node value, String rule, String expected) {
    ValuePath path = path(violation);
    return error(
            value.origin().place(),
            rule,
            expected + inside(path) + ", found " + found(path, value, violation))
        .hint(hint(violation, value))
        .mask(isSecret(path, value, violation));
  }

  private Optional<String> hint(Violation violation, Node value) {
    Optional<String> same = Replacement.of(violation.within(), value);
    return isConfig() && !isSecret(path(violation), value, violation)
        ? same.or(() -> Meant.by(violation.within(), value))
            .or(() -> describe(violation.within()).filter(text -> !text.matches(NOTHING_NEW)))
        : same.or(() -> describe(violation.within()));
  }

  private static String found(ValuePath path, Node value, Violation violation) {
    return isSecret(path, value, violation)
        ? "a " + value.kindWord() + " that is not shown"
        : Words.found(value);
  }

  private static boolean isSecret(ValuePath path, Node value, Violation violation) {
    return violation.within().path("x-credential").asBoolean(false)
        || CredentialWords.isSecretName(lastKey(path))
        || value.string().flatMap(CredentialWords::secretIn).isPresent();
  }

  private ValuePath path(Violation violation) {
    return root.then(violation.path());
  }

  private Diagnostic error(Place place, String name, String message) {
    return Diagnostic.error(place, RuleName.of(topic + "/" + name), message);
  }

  private static String where(ValuePath path) {
    return path.segments().isEmpty() ? "here" : "in " + path;
  }

  private static String inside(ValuePath path) {
    return path.segments().isEmpty() ? "" : " for " + path;
  }

  /** The last key of a path, before the list items that follow it. */
  private static String lastKey(ValuePath path) {
    for (int i = path.segments().size() - 1; i >= 0; i--) {
      if (path.segments().get(i) instanceof ValuePath.Key key) {
        return key.name();
      }
    }
    return "";
  }

  private static Optional<String> describe(JsonNode schema) {
    if (schema.path("x-callable").asBoolean(false)
        && Words.types(schema.path("type")).equals("null")) {
      return Optional.of("it takes a function: set it in Python, under jupyterhub.hub.extraConfig");
    }
    Optional<String> description = text(schema, "description");
    return text(schema, "x-refused").or(() -> description);
  }

  private static Optional<String> text(JsonNode schema, String key) {
    JsonNode value = schema.path(key);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
