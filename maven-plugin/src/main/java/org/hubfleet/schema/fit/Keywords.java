package org.hubfleet.schema.fit;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The keywords of JSON Schema as rules. */
final class Keywords {
  /** They say nothing about values, or say it together with another keyword. */
  private static final Set<String> SILENT =
      Set.of(
          "$schema",
          "$defs",
          "$comment",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "then",
          "else");

  /** The keys by which the Kubernetes API tells the items of a list apart. */
  private static final String LIST_KEYS = "x-list-keys";

  /** Fields of which no two items of a list have an equal one. */
  private static final String UNIQUE_FIELDS = "x-unique";

  /** Pairs of fields whose numbers stand in an order. */
  private static final String ORDER = "x-order";

  /** Text that is base64 with its padding. */
  private static final String BASE64 = "x-base64";

  /** What the API server refuses and JSON Schema has no word for. */
  private static final Set<String> OF_KUBERNETES = Set.of(LIST_KEYS, UNIQUE_FIELDS, ORDER, BASE64);

  private Keywords() {}

  static boolean isSilent(String keyword) {
    return SILENT.contains(keyword)
        || (keyword.startsWith("x-") && !OF_KUBERNETES.contains(keyword));
  }

  /**
   * The rule that a keyword is.
   *
   * @param argument of the keyword
   * @param schema that the keyword stands in
   */
  static Rule rule(String keyword, JsonNode argument, JsonNode schema, Fit fit) {
    return switch (keyword) {
      case "$ref" -> fit.reference(argument.stringValue(""));
      case "type" -> Types.of(argument);
      case "const" -> Words.of(List.of(argument));
      case "enum" -> Words.of(argument);
      case "if" ->
          Rule.either(fit.rule(argument), branch(schema, "then", fit), branch(schema, "else", fit));
      case "not" -> Rule.not(fit.rule(argument));
      case "allOf" -> Rule.all(fit.rules(argument));
      case "anyOf" -> Rule.any(fit.rules(argument));
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          Numbers.bound(keyword, argument.decimalValue());
      case "pattern" -> Texts.pattern(argument.stringValue(""));
      case "minLength", "maxLength" -> Texts.length(keyword, argument.intValue());
      case "format" -> Texts.format(argument.stringValue(""));
      case "items" -> Lists.items(fit.rule(argument));
      case UNIQUE_FIELDS -> Lists.uniqueFields(argument);
      case ORDER -> Numbers.ordered(schema);
      case BASE64 -> Texts.BASE64;
      case LIST_KEYS -> Lists.keyed(argument, fit.resolved(schema.path("items")), fit);
      case "minItems", "maxItems" -> Lists.size(keyword, argument.intValue());
      case "uniqueItems" -> argument.asBoolean(false) ? Lists.UNIQUE : Rule.ANYTHING;
      case "contains" -> Lists.contains(fit.rule(argument));
      case "minContains", "maxContains" -> Lists.UNKNOWN;
      case "properties" -> Maps.entries(schema, fit);
      case "additionalProperties" ->
          schema.has("properties") ? Rule.ANYTHING : Maps.entries(schema, fit);
      case "patternProperties" -> Maps.UNKNOWN;
      case "required" -> Maps.required(argument);
      case "propertyNames" -> Maps.names(fit.rule(argument));
      case "minProperties", "maxProperties" -> Maps.size(keyword, argument.intValue());
      case "dependentRequired" -> Maps.dependent(argument, Maps::required);
      case "dependentSchemas" -> Maps.dependent(argument, fit::rule);
      default -> Rule.UNKNOWN;
    };
  }

  private static Rule branch(JsonNode schema, String keyword, Fit fit) {
    return schema.has(keyword) ? fit.rule(schema.path(keyword)) : Rule.ANYTHING;
  }
}
