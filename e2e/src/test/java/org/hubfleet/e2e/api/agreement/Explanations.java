package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Why the two judges may differ: a list for each direction. */
final class Explanations {
  private final List<Explanation> admission = new ArrayList<>();
  private final List<Explanation> stricter = new ArrayList<>();
  private final List<Explanation> lost = new ArrayList<>();

  Explanations(JsonNode listed) {
    listed.path("admission").forEach(entry -> admission.add(Explanation.of(entry)));
    listed.path("stricter").forEach(entry -> stricter.add(Explanation.of(entry)));
    listed.path("lost").forEach(entry -> lost.add(Explanation.of(entry)));
  }

  /**
   * One reason.
   *
   * @param patterns by what of a mutant they are looked for in; all have to be found
   */
  record Explanation(String name, String why, Map<String, Pattern> patterns) {
    static Explanation of(JsonNode entry) {
      Map<String, Pattern> patterns = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : entry.properties()) {
        if (!field.getKey().equals("name") && !field.getKey().equals("why")) {
          patterns.put(field.getKey(), Pattern.compile(field.getValue().stringValue()));
        }
      }
      return new Explanation(
          entry.path("name").stringValue(), entry.path("why").stringValue(), patterns);
    }

    private boolean fits(Mutant mutant, String message) {
      return patterns.entrySet().stream()
          .allMatch(
              pattern ->
                  pattern.getValue().matcher(part(pattern.getKey(), mutant, message)).find());
    }

    private static String part(String name, Mutant mutant, String message) {
      return switch (name) {
        case "message" -> message;
        case "rule" -> String.join(" ", mutant.ours().rules());
        case "kind" -> mutant.kind();
        case "scope" -> mutant.scope();
        case "value" -> mutant.what();
        default -> throw new IllegalStateException("no part of a mutant: " + name);
      };
    }
  }

  /** Why the judges differ about a mutant; absent when nothing listed fits. */
  Optional<Explanation> of(Mutant mutant) {
    List<Explanation> listed =
        mutant.isLost() ? lost : mutant.isFalseAccept() ? admission : stricter;
    String message = (mutant.isFalseAccept() ? mutant.server() : mutant.ours()).message();
    return listed.stream().filter(reason -> reason.fits(mutant, message)).findFirst();
  }

  /** What only a running server knows. */
  List<Explanation> admission() {
    return List.copyOf(admission);
  }

  /** Where we are stricter. */
  List<Explanation> stricter() {
    return List.copyOf(stricter);
  }

  /** What is rightly not kept. */
  List<Explanation> lost() {
    return List.copyOf(lost);
  }
}
