package org.hubfleet.compiler;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;

/** Masks every problem on a line that one problem calls secret. */
final class Masking {
  private Masking() {}

  static List<Diagnostic> of(List<Diagnostic> problems) {
    Set<Place> lines = new HashSet<>();
    for (Diagnostic problem : problems) {
      if (problem.masked()) {
        lines.add(line(problem));
      }
    }
    return problems.stream().map(p -> p.mask(lines.contains(line(p)))).toList();
  }

  private static Place line(Diagnostic problem) {
    return new Place(problem.place().file(), problem.place().line(), 0);
  }
}
