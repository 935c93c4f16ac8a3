package org.hubfleet.report;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;

/** A report that holds what is hard to print. */
final class Given {
  static final Diagnostic ERROR =
      Diagnostic.error(
              new Place("config/communities/lab/hub, 100%.yaml", 3, 7),
              RuleName.of("yaml/duplicate-key"),
              "the key \"a<b>&'c'\" stands\ntwice: 50%, \uD83C\uDF0A and \u0007")
          .hint("keep one: \u2028 or the other")
          .related(new Place("config/fleet.yaml", 1, 0), "first here");
  static final Diagnostic WARNING =
      Diagnostic.warning(
          Place.ofFile("generated/west/notes.txt"),
          RuleName.of("generated/not-ours"),
          "hubs did not write this file");

  private Given() {}

  static Report report(Diagnostic... diagnostics) {
    return new Report(
        "check",
        List.of(diagnostics),
        new Closing(2, 31, 0, List.of("Python of snippets")),
        rule -> Optional.of("What " + rule + " means."));
  }
}
