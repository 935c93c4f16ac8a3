package org.hubfleet.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import tools.jackson.databind.JsonNode;

/**
 * What somebody probably meant by a value that does not fit a config file: the same in a form that
 * fits, found by trying, never by guessing what the schema may want.
 */
final class Meant {
  private static final Pattern SPAN =
      Pattern.compile("([0-9]+) ?(s|m|h|d)(ec(ond)?s?|in(ute)?s?|(ou)?rs?|ays?)");
  private static final Pattern DATE = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");
  private static final Pattern MILLI = Pattern.compile("([0-9]+)m");
  private static final Pattern CORES = Pattern.compile("([0-9]+(\\.[0-9]+)?) ?(cores?|cpus?)");
  private static final Pattern WORDS = Pattern.compile("\\^\\(([^()]*)\\)\\$");
  private static final Pattern AMOUNT = Pattern.compile("[0-9.]+\\s*[A-Za-z]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 _.-]*");
  private static final Pattern ADDRESS = Pattern.compile("^[a-z0-9-]+(\\.[a-z0-9-]+)+/");
  private static final List<String> YES = List.of("yes", "y", "on", "true", "enabled");
  private static final List<String> NO = List.of("no", "n", "off", "false", "disabled");
  private static final int SHORTEST_WORD = 4;

  private Meant() {}

  /** The hint; absent when nothing that was tried fits. */
  static Optional<String> by(JsonNode schema, Node value) {
    boolean map = has(schema, "object") && !(value instanceof Mapping);
    Optional<String> text = value.string().flatMap(said -> text(schema, said));
    return text.map(better -> "write " + better)
        .or(() -> map ? inside(schema, value) : Optional.empty());
  }

  /** A text that fits, made of another one. */
  static Optional<String> text(JsonNode schema, String said) {
    String plain = said.strip().toLowerCase(Locale.ROOT);
    if (has(schema, "boolean") && (YES.contains(plain) || NO.contains(plain))) {
      return Optional.of(YES.contains(plain) ? "true" : "false");
    }
    if (has(schema, "number") || has(schema, "integer")) {
      Optional<String> number = number(plain);
      if (number.isPresent() && (has(schema, "number") || !number.get().contains("."))) {
        return number;
      }
    }
    if (schema.path("format").stringValue("").equals("date")) {
      return date(plain);
    }
    String form = schema.path("pattern").stringValue("");
    if (form.isEmpty()) {
      return Optional.empty();
    }
    Pattern pattern = Pattern.compile(form);
    return word(form, said)
        .or(
            () ->
                tries(said.strip())
                    .filter(better -> !better.isEmpty() && !better.equals(said))
                    .filter(better -> pattern.matcher(better).find())
                    .findFirst());
  }

  /** The same text in other forms, the nearest first. */
  private static Stream<String> tries(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    Matcher span = SPAN.matcher(lower);
    String bare = said.replaceFirst("^[A-Za-z][A-Za-z0-9+]*://", "");
    List<String> all = new ArrayList<>(List.of(said));
    if (span.matches()) {
      all.add(span.group(1) + span.group(2));
    }
    if (AMOUNT.matcher(said).matches()) {
      all.add(said.replaceAll("\\s", ""));
    }
    all.addAll(List.of(said.replaceFirst("/+$", ""), lower));
    all.addAll(List.of(bare, bare.replaceFirst("[:/].*$", ""), "/" + said));
    if (NAME.matcher(said).matches()) {
      all.add(lower.replaceAll("[ _.]+", "-"));
      all.add(said.replaceAll("[ -]+", "_"));
    }
    if (ADDRESS.matcher(said).find()) {
      all.add("https://" + said);
    }
    return all.stream();
  }

  /** The nearest of a few words where the form lists them. */
  private static Optional<String> word(String form, String said) {
    Matcher listed = WORDS.matcher(form);
    if (!listed.matches()) {
      return Optional.empty();
    }
    List<String> words =
        Stream.of(listed.group(1).split("\\|")).filter(one -> one.matches("[a-z]+")).toList();
    return Nearest.to(said, words)
        .or(() -> sameStart(said, words))
        .or(() -> words.stream().filter(said::endsWith).findFirst());
  }

  /** The only word of those known that begins as this one does, or with which this one begins. */
  static Optional<String> sameStart(String said, List<String> known) {
    List<String> found =
        known.stream()
            .filter(one -> Math.min(one.length(), said.length()) >= SHORTEST_WORD)
            .filter(one -> one.startsWith(said) || said.startsWith(one))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Optional<String> number(String said) {
    Matcher milli = MILLI.matcher(said);
    if (milli.matches()) {
      BigDecimal number = new BigDecimal(milli.group(1)).movePointLeft(3);
      return Optional.of(number.stripTrailingZeros().toPlainString());
    }
    Matcher cores = CORES.matcher(said);
    return cores.matches() ? Optional.of(cores.group(1)) : Optional.empty();
  }

  private static Optional<String> date(String said) {
    Matcher date = DATE.matcher(said);
    return date.matches()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s-%02d-%02d",
                date.group(3),
                Integer.valueOf(date.group(2)),
                Integer.valueOf(date.group(1))))
        : Optional.empty();
  }

  /** A map in which the value has a key, where one of its keys takes it. */
  private static Optional<String> inside(JsonNode schema, Node value) {
    JsonNode keys = schema.path("properties");
    List<String> names = new ArrayList<>();
    schema.path("required").forEach(name -> names.add(name.stringValue("")));
    keys.properties().forEach(key -> names.add(key.getKey()));
    Optional<String> key = names.stream().filter(name -> takes(keys.path(name), value)).findFirst();
    Optional<String> shown = shown(value);
    if (key.isPresent() && shown.isPresent()) {
      return Optional.of("write {" + key.get() + ": " + shown.get() + "}");
    }
    boolean named = keys.isEmpty() && schema.path("additionalProperties").isObject();
    return named && value.string().isPresent() && shown.isPresent()
        ? Optional.of("give it a name: {<name>: " + shown.get() + "}")
        : Optional.empty();
  }

  private static boolean takes(JsonNode schema, Node value) {
    if (value instanceof Sequence) {
      return has(schema, "array");
    }
    String form = schema.path("pattern").stringValue("");
    return has(schema, "string")
        && value.string().isPresent()
        && schema.path("enum").isMissingNode()
        && (form.isEmpty() || Pattern.compile(form).matcher(value.string().get()).find());
  }

  private static Optional<String> shown(Node value) {
    if (value instanceof Sequence list) {
      List<String> items = list.items().stream().flatMap(item -> shown(item).stream()).toList();
      return items.size() == list.items().size()
          ? Optional.of("[" + String.join(", ", items) + "]")
          : Optional.empty();
    }
    return value instanceof Scalar scalar ? Optional.of(flow(scalar.text())) : Optional.empty();
  }

  /** A text as it can stand between brackets. */
  static String flow(String text) {
    return text.matches("[A-Za-z0-9][-A-Za-z0-9_.@]*") ? text : JsonWriter.quoted(text);
  }

  private static boolean has(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    if (types.isString()) {
      return types.stringValue().equals(type);
    }
    for (JsonNode one : types) {
      if (one.stringValue("").equals(type)) {
        return true;
      }
    }
    return false;
  }
}
