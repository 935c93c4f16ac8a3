package org.hubfleet.compiler;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lift.Trial;
import org.hubfleet.lower.Lowering;
import org.hubfleet.model.Fleet;
import org.hubfleet.source.Sources;

/** Tries what other lines of a hub would mean, up to its effective values and what follows. */
final class Trials {
  private final FrontEnd frontEnd;
  private final Lowering lowering;

  Trials(FrontEnd frontEnd, Lowering lowering) {
    this.frontEnd = frontEnd;
    this.lowering = lowering;
  }

  /**
   * Tries lines for one hub, without its neighbours.
   *
   * @param sources of its fleet
   * @param file the path of the hub file, which need not be there yet
   */
  Trial of(Sources sources, Optional<String> date, String file) {
    return lines -> {
      Sources alone = OneHub.of(sources, file, lines);
      Outcome<Fleet> fleet = frontEnd.bind(Outcome.of(alone), date);
      return fleet
          .value()
          .flatMap(bound -> bound.hubs().stream().findFirst())
          .map(lowering::lower)
          .map(outcome -> new Outcome<>(outcome.value(), both(fleet, outcome)));
    };
  }

  private static List<Diagnostic> both(Outcome<?> first, Outcome<?> second) {
    return Stream.concat(first.diagnostics().stream(), second.diagnostics().stream()).toList();
  }
}
