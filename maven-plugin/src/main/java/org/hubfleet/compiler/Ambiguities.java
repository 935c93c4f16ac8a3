package org.hubfleet.compiler;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;

/**
 * Leaves out {@code yaml/ambiguous-scalar} where the value does not fit its key either: what it
 * should be, the other problem says.
 */
final class Ambiguities {
  private static final String AMBIGUOUS = "yaml/ambiguous-scalar";

  private Ambiguities() {}

  static List<Diagnostic> onlyAlone(List<Diagnostic> problems) {
    Set<Place> unfit = new HashSet<>();
    for (Diagnostic problem : problems) {
      String rule = problem.rule().toString();
      if (rule.startsWith("config/") || rule.startsWith("values/")) {
        unfit.add(problem.place());
      }
    }
    return problems.stream()
        .filter(
            problem ->
                !problem.rule().toString().equals(AMBIGUOUS) || !unfit.contains(problem.place()))
        .toList();
  }
}
