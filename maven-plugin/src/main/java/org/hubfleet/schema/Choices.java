package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps of the violations of an {@code anyOf} those of the branch that came nearest, so that one
 * mistake is reported once.
 */
final class Choices {
  private Choices() {}

  static List<Violation> relevant(List<Violation> all) {
    List<Violation> kept = new ArrayList<>();
    Map<String, Map<String, List<Violation>>> choices = new LinkedHashMap<>();
    for (Violation violation : all) {
      int at = violation.evaluation().indexOf("anyOf");
      if (at < 0 || at + 1 >= violation.evaluation().size()) {
        kept.add(violation);
      } else {
        String choice =
            String.join("/", violation.evaluation().subList(0, at + 1))
                + "@"
                + choicePath(violation, at);
        String branch = violation.evaluation().get(at + 1);
        choices
            .computeIfAbsent(choice, c -> new LinkedHashMap<>())
            .computeIfAbsent(branch, b -> new ArrayList<>())
            .add(violation);
      }
    }
    choices.values().forEach(branches -> kept.addAll(nearest(branches)));
    return kept;
  }

  private static String choicePath(Violation violation, int at) {
    // Steps into the instance made before the choice: properties and items take a name each.
    int steps = 0;
    for (int i = 0; i < at; i++) {
      String keyword = violation.evaluation().get(i);
      steps +=
          keyword.equals("properties")
                  || keyword.equals("items")
                  || keyword.equals("additionalProperties")
              ? 1
              : 0;
    }
    int end = Math.min(steps, violation.path().segments().size());
    return violation.path().segments().subList(0, end).toString();
  }

  /** The branch whose violations stand deepest, then that with the fewest. */
  private static List<Violation> nearest(Map<String, List<Violation>> branches) {
    List<Violation> best = List.of();
    int bestDepth = -1;
    for (List<Violation> branch : branches.values()) {
      int depth = branch.stream().mapToInt(v -> v.path().segments().size()).max().orElse(0);
      if (depth > bestDepth || (depth == bestDepth && branch.size() < best.size())) {
        best = branch;
        bestDepth = depth;
      }
    }
    return best;
  }
}
