package org.hubfleet.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Tells what the single values and keys of a document mean in its dialect, and which of them people
 * and programs would read differently.
 */
final class ScalarReader {
  private static final RuleName KEY = RuleName.of("yaml/key");
  private static final RuleName AMBIGUOUS = RuleName.of("yaml/ambiguous-scalar");
  private static final RuleName TAG = RuleName.of("yaml/tag");
  private static final RuleName ODD_CHARACTER = RuleName.of("yaml/odd-character");

  /** No-break and zero-width spaces and typographic quotes: they look like syntax and are none. */
  private static final Pattern ODD =
      Pattern.compile("[\\u00a0\\u200b-\\u200d\\u2060\\ufeff]|^[\\u201c\\u201d\\u2018\\u2019]");

  private static final Set<String> STRING_TAGS = Set.of("tag:yaml.org,2002:str", "!");

  /** Half of a pair that encodes one character: no text in UTF-8 can hold it. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  /** YAML finds the colon of a key on one line only within 1,024 characters. */
  private static final int LONGEST_KEY = 1000;

  private static final int LONGEST_ESCAPE = "\\u0000".length();

  private final Dialect dialect;
  private final Origins origins;
  private final List<Diagnostic> problems;

  /**
   * @param problems to add to
   */
  ScalarReader(Dialect dialect, Origins origins, List<Diagnostic> problems) {
    this.dialect = dialect;
    this.origins = origins;
    this.problems = problems;
  }

  /** The text of a key. */
  String key(ScalarEvent scalar, Place place) {
    String text = scalar.getValue();
    checkOddCharacters(scalar, place);
    if (text.length() > LONGEST_KEY / LONGEST_ESCAPE
        && JsonWriter.quoted(text).length() > LONGEST_KEY) {
      error(place, KEY, "a key has at most " + LONGEST_KEY + " characters");
      throw new TreeBuilder.Stop();
    }
    if (!scalar.isPlain()) {
      return text;
    }
    if (dialect == Dialect.HELM) {
      return helmKey(text, place);
    }
    if (PlainScalar.isAmbiguous(text) && !PlainScalar.isInteger(text)) {
      problems.add(
          Diagnostic.error(
                  place,
                  AMBIGUOUS,
                  "the key " + shown(text) + " is read differently by YAML 1.1 and 1.2")
              .hint("write \"" + text + "\""));
    }
    return text;
  }

  /** Helm turns a key that YAML 1.1 reads as a boolean or a number into the text of that value. */
  private String helmKey(String text, Place place) {
    String read = PlainScalar.helm(text, origins.of(place)).text();
    if (!read.equals(text) && !text.isEmpty() && !text.equals("~")) {
      warn(place, "the key " + shown(text) + " is read as \"" + read + "\"");
      return read;
    }
    return text;
  }

  /**
   * A single value.
   *
   * @param inValues whether it stands in upstream values, where a date is no value
   */
  Scalar value(ScalarEvent event, Place place, boolean inValues) {
    Origin origin = origins.of(place);
    Optional<String> tag = event.getTag();
    checkTag(tag, STRING_TAGS, place);
    checkOddCharacters(event, place);
    if (!event.isPlain() || tag.isPresent()) {
      return Scalar.string(event.getValue(), origin);
    }
    String text = event.getValue();
    if (dialect == Dialect.HELM) {
      return helm(text, origin);
    }
    Optional<Scalar> value = PlainScalar.strict(text, origin);
    if (value.isPresent()) {
      return value.get();
    }
    if (!PlainScalar.isDate(text) || inValues) {
      problems.add(
          Diagnostic.error(
                  place, AMBIGUOUS, shown(text) + " is read differently by YAML 1.1 and 1.2")
              .hint(PlainScalar.replacementFor(text, origin)));
    }
    return Scalar.string(text, origin);
  }

  private Scalar helm(String text, Origin origin) {
    Scalar read = PlainScalar.helm(text, origin);
    Optional<Scalar> plain = PlainScalar.strict(text, origin);
    if (!plain.equals(Optional.of(read)) && !PlainScalar.isDate(text)) {
      String word = read.kind() == Scalar.Kind.STRING ? "text" : read.kindWord();
      String shown = read.kind() == Scalar.Kind.STRING ? "\"" + text + "\"" : read.text();
      warn(origin.place(), shown(text) + " is read as the " + word + " " + shown);
    }
    return read;
  }

  private void checkOddCharacters(ScalarEvent event, Place place) {
    if (event.getValue().chars().allMatch(c -> c < 0x80)) {
      return;
    }
    if (dialect == Dialect.STRICT && event.isPlain() && ODD.matcher(event.getValue()).find()) {
      problems.add(
          Diagnostic.error(
                  place,
                  ODD_CHARACTER,
                  "an invisible or typographic character stands in an unquoted value")
              .hint("type it again with plain spaces and quotes, or quote the value"));
    }
    if (!event.isPlain() && HALF.matcher(event.getValue()).find()) {
      problems.add(
          Diagnostic.error(
                  place, ODD_CHARACTER, "half of a character stands here (a lone surrogate)")
              .hint("write the character itself"));
    }
  }

  /** Reports a tag that is none of those allowed. */
  void checkTag(Optional<String> tag, Set<String> allowed, Place place) {
    if (tag.isPresent() && !allowed.contains(tag.get())) {
      error(place, TAG, "the tag " + shown(tag.get()) + " is not accepted");
    }
  }

  private void warn(Place place, String message) {
    problems.add(Diagnostic.warning(place, AMBIGUOUS, message));
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private void error(Place place, RuleName rule, String message) {
    problems.add(Diagnostic.error(place, rule, message));
  }
}
