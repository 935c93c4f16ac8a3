package org.hubfleet.author;

import java.util.List;
import java.util.Locale;
import org.hubfleet.schema.ShapeReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the compiler lets stand although it does not fit the letter of a schema: texts that are
 * filled in with fields such as {@code {username}}, and words whose capitals do not matter. An
 * editor knows only the schema, so there it says so.
 *
 * @param defs the definitions of the document; those that are filled in somewhere get a second form
 *     beside them, since the same type stands elsewhere too
 */
record LooseTexts(ObjectNode defs) {
  private static final String LOCAL = "#/$defs/";

  /** Where a schema stands: whether texts in it are filled in, or take the text of a choice. */
  private record Where(boolean filled, boolean written) {
    static final Where ELSEWHERE = new Where(false, false);

    Where below(ObjectNode schema) {
      return new Where(
          filled || schema.path("x-filled").asBoolean(false),
          written || schema.path("x-written-in").asBoolean(false));
    }

    boolean isLoose() {
      return filled || written;
    }

    /** Of texts that are not known yet. */
    String pattern() {
      return filled ? ShapeReport.FIELD : ShapeReport.CHOSEN;
    }

    String suffix() {
      return filled ? ".filled" : ".written";
    }
  }

  /** Says it in a schema and in all definitions. */
  void allowIn(ObjectNode schema) {
    visit(schema, Where.ELSEWHERE);
    for (String name : List.copyOf(defs.propertyNames())) {
      visit(defs.get(name), Where.ELSEWHERE);
    }
  }

  private void visit(JsonNode schema, Where above) {
    if (!(schema instanceof ObjectNode object)) {
      schema.forEach(item -> visit(item, above));
      return;
    }
    Where here = above.below(object);
    for (String keyword : List.copyOf(object.propertyNames())) {
      JsonNode child = object.get(keyword);
      if (keyword.equals("properties")) {
        child.forEach(property -> visit(property, here));
      } else if (!keyword.equals("$defs")) {
        visit(child, here);
      }
    }
    if (here.isLoose()) {
      follow(object, here);
      or(object, ShapeReport.OF_TEXTS.stream().sorted().toList(), here.pattern());
    } else if (object.path("x-caseless").asBoolean(false)) {
      or(object, List.of("enum"), anyCapitals(object.path("enum")));
    }
  }

  private void follow(ObjectNode object, Where here) {
    String reference = object.path("$ref").stringValue("");
    if (!reference.startsWith(LOCAL) || reference.endsWith(here.suffix())) {
      return;
    }
    String name = reference.substring(LOCAL.length());
    String loose = name + here.suffix();
    if (!defs.has(loose)) {
      JsonNode copy = defs.path(name).deepCopy();
      defs.set(loose, copy);
      visit(copy, here);
    }
    object.put("$ref", LOCAL + loose);
  }

  /** The keywords that are there, or a text of that pattern. */
  private static void or(ObjectNode object, List<String> keywords, String pattern) {
    ObjectNode strict = JsonNodeFactory.instance.objectNode();
    keywords.stream().filter(object::has).forEach(key -> strict.set(key, object.get(key)));
    if (strict.isEmpty()) {
      return;
    }
    object.remove(keywords);
    ObjectNode loose = JsonNodeFactory.instance.objectNode();
    loose.put("type", "string").put("pattern", pattern);
    ArrayNode ways = JsonNodeFactory.instance.arrayNode().add(strict).add(loose);
    if (object.has("anyOf")) {
      object.withArray("allOf").addObject().set("anyOf", ways);
    } else {
      object.set("anyOf", ways);
    }
  }

  /** One pattern for words in whatever capitals. */
  private static String anyCapitals(JsonNode words) {
    StringBuilder pattern = new StringBuilder();
    for (JsonNode word : words) {
      pattern.append(pattern.isEmpty() ? "^(" : "|");
      word.stringValue("")
          .codePoints()
          .mapToObj(Character::toString)
          .map(LooseTexts::anyCapital)
          .forEach(pattern::append);
    }
    return pattern.append(")$").toString();
  }

  private static String anyCapital(String letter) {
    String small = letter.toLowerCase(Locale.ROOT);
    String capital = letter.toUpperCase(Locale.ROOT);
    return small.equals(capital)
        ? (letter.matches("\\w|-") ? letter : "\\" + letter)
        : "[" + capital + small + "]";
  }
}
