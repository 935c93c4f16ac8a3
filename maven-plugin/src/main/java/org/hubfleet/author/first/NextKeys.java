package org.hubfleet.author.first;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.SourceFile;
import tools.jackson.databind.JsonNode;

/**
 * What a new hub could say next: keys of the language with what they mean and an example, all from
 * its schema.
 */
final class NextKeys {
  /** Those that most hubs want, whatever their cluster has. */
  private static final List<String> WANTED =
      List.of("environments", "home", "content", "variables", "page", "life");

  private final JsonNode properties;

  NextKeys(Shelf shelf) {
    properties = new Languages(shelf).document(SourceFile.Kind.HUB).path("properties");
  }

  /** Lines of comments; each example is one line, which means the same without its number sign. */
  List<String> lines(Set<String> without) {
    List<String> lines = new ArrayList<>();
    for (String key : WANTED) {
      JsonNode example = properties.path(key).path("examples").path(0);
      if (!without.contains(key) && !example.isMissingNode()) {
        lines.add("# " + firstSentence(properties.path(key).path("description").asString("")));
        lines.add("#" + key + ": " + FlowYaml.of(example));
      }
    }
    return lines;
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text.strip() : text.substring(0, end + 1);
  }
}
