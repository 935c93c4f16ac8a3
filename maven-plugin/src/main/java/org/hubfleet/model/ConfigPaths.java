package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.CredentialWords;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Sources;
import org.hubfleet.source.ValuePath;

/**
 * The paths that snippets read with {@code get_config}. Reports {@code snippets/unknown-path} for
 * one at which no value can ever stand.
 */
final class ConfigPaths {
  private static final RuleName RULE = RuleName.of("snippets/unknown-path");
  private static final Pattern CALL = Pattern.compile("\\bget_config\\s*\\(\\s*");
  private static final Pattern LITERAL = Pattern.compile("([\"'])([^\"'\\\\]*)\\1\\s*[,)]");

  /** What the chart hands to snippets beside the values. */
  private static final List<String> BESIDE = List.of("Chart", "Release");

  private ConfigPaths() {}

  /** The paths that code reads, by where each stands in it. */
  private static Map<Integer, String> in(String text) {
    String code = PythonText.withoutComments(text);
    Map<Integer, String> paths = new TreeMap<>();
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      Matcher literal = LITERAL.matcher(code).region(call.end(), code.length());
      if (literal.lookingAt()) {
        paths.put(literal.start(2), literal.group(2));
      }
    }
    return paths;
  }

  static List<Diagnostic> inspect(
      PythonBlock snippet, Layered layered, Vocabulary vocabulary, Sources sources) {
    List<Diagnostic> found = new ArrayList<>();
    in(snippet.code())
        .forEach(
            (offset, text) -> {
              if (!isKnown(text, layered, vocabulary)) {
                Place place = sources.inside(snippet.place(), snippet.code(), offset);
                found.add(unknown(snippet, text, place, vocabulary));
              }
            });
    return found;
  }

  private static boolean isKnown(String text, Layered layered, Vocabulary vocabulary) {
    Optional<ValuePath> path = ValuePath.parse("jupyterhub." + text);
    return path.isEmpty()
        || BESIDE.contains(text.split("\\.", 2)[0])
        || vocabulary.walk().knows(rootless(path.get()))
        || layered.extensions().stream().anyMatch(e -> e.isAround(path.get()));
  }

  private static ValuePath rootless(ValuePath path) {
    return new ValuePath(path.segments().subList(1, path.segments().size()));
  }

  private static Diagnostic unknown(
      PythonBlock snippet, String text, Place place, Vocabulary vocabulary) {
    String key = text.substring(text.lastIndexOf('.') + 1);
    List<String> places =
        ValuePath.parse("jupyterhub." + text)
            .map(path -> vocabulary.places().placesOf(key, path))
            .orElse(List.of());
    String rest = places.isEmpty() ? "" : ", " + key + " exists as " + String.join(", ", places);
    return Diagnostic.warning(place, RULE, "no value can stand at the path \"" + text + "\"")
        .hint("values of your own stand below custom" + rest)
        .mask(CredentialWords.secretIn(snippet.code()).isPresent());
  }
}
