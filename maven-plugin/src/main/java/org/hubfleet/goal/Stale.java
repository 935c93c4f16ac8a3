package org.hubfleet.goal;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.write.Change;

/** Files that are not what they should be, as diagnostics. */
final class Stale {
  private static final RuleName STALE = RuleName.of("generated/stale-file");
  private static final RuleName FOREIGN = RuleName.of("generated/not-ours");

  private Stale() {}

  /** An error for each file that would change. */
  static List<Diagnostic> files(List<Change> changes) {
    return changes.stream().map(Stale::stale).toList();
  }

  private static Diagnostic stale(Change change) {
    String what =
        switch (change.kind()) {
          case ADDED -> "the file is missing";
          case CHANGED -> "the file is not what config compiles to";
          case REMOVED -> "nothing in config makes this file any more";
        };
    return Diagnostic.error(Place.ofFile("generated/" + change.file()), STALE, what)
        .hint("run mvn package and commit the result");
  }

  /** A warning for each file that is not ours. */
  static List<Diagnostic> foreign(Outcome<List<String>> files) {
    return files.value().orElse(List.of()).stream()
        .map(
            file ->
                Diagnostic.warning(
                        Place.ofFile("generated/" + file),
                        FOREIGN,
                        "hubs did not write this file and leaves it alone")
                    .hint("delete it, or move it out of generated/"))
        .toList();
  }
}
