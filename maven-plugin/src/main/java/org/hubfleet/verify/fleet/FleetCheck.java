package org.hubfleet.verify.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;

/**
 * Finds hubs that take the same of what there is once only: an id, a namespace, a release, an
 * address, a callback, a volume, an object. Each is told at the second place and names the first.
 */
public final class FleetCheck {
  private FleetCheck() {}

  /**
   * The problems of a fleet, sorted.
   *
   * @param footprints of all its hubs, sorted by file
   */
  public static List<Diagnostic> inspect(List<Footprint> footprints) {
    Map<Unique, Set<String>> pairs = new EnumMap<>(Unique.class);
    List<Diagnostic> found = new ArrayList<>();
    for (Unique what : Unique.values()) {
      Map<String, Taken> taken = new HashMap<>();
      for (Footprint footprint : footprints) {
        for (Footprint.Claim claim : footprint.claims()) {
          if (claim.what() == what) {
            Taken own = new Taken(footprint.hub(), claim);
            Taken first = taken.putIfAbsent(claim.key(), own);
            if (first != null && !explained(what, pairs, first.pair(own))) {
              pairs.computeIfAbsent(what, w -> new HashSet<>()).add(first.pair(own));
              found.add(problem(first, own));
            }
          }
        }
      }
    }
    return found.stream().sorted().toList();
  }

  /** A claim and the file of the hub that made it. */
  private record Taken(String hub, Footprint.Claim claim) {
    String pair(Taken other) {
      return hub + "\n" + other.hub;
    }
  }

  private static boolean explained(Unique what, Map<Unique, Set<String>> pairs, String pair) {
    return pairs.entrySet().stream()
        .anyMatch(entry -> what.followsFrom(entry.getKey()) && entry.getValue().contains(pair));
  }

  private static Diagnostic problem(Taken first, Taken second) {
    Unique what = second.claim().what();
    String message =
        first.hub().equals(second.hub())
            ? what.word() + " \"" + second.claim().shown() + "\" is made twice"
            : what.word() + " \"" + second.claim().shown() + "\" is that of another hub too";
    return Diagnostic.error(second.claim().place(), what.rule(), message)
        .hint(what.hint())
        .related(first.claim().place(), "the first is here");
  }
}
