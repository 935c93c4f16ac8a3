package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hubfleet.compare.Part;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.model.Hub;
import org.hubfleet.model.distribution.Distribution;

/**
 * How far a change of a distribution reaches, for people: for each distribution behind a hub that
 * changed, how many of its hubs did, and which.
 */
final class DistributionLines {
  private DistributionLines() {}

  /**
   * The lines, sorted by distribution; empty when no hub with one changed.
   *
   * @param changed the parts of the fleet that changed
   */
  static List<String> of(Set<Part> changed, Compilation compilation) {
    Map<String, List<Hub>> all = new TreeMap<>();
    for (Hub hub : compilation.fleet().hubs()) {
      for (Distribution one : hub.distributions()) {
        all.computeIfAbsent(one.label(), label -> new ArrayList<>()).add(hub);
      }
    }
    List<String> lines = new ArrayList<>();
    all.forEach(
        (label, hubs) -> {
          List<Hub> reached = hubs.stream().filter(hub -> changed.contains(part(hub))).toList();
          if (!reached.isEmpty()) {
            lines.add(line(label, reached, hubs, compilation.hubs()));
          }
        });
    return lines;
  }

  private static String line(String label, List<Hub> reached, List<Hub> hubs, List<Hub> asked) {
    long unseen = hubs.stream().filter(hub -> asked.stream().noneMatch(hub::equals)).count();
    return "distribution "
        + label
        + ": changed "
        + reached.size()
        + " of its "
        + hubs.size()
        + (hubs.size() == 1 ? " hub, " : " hubs, ")
        + String.join(", ", reached.stream().map(hub -> part(hub).toString()).toList())
        + (unseen > 0 ? "; " + unseen + " not looked at" : "");
  }

  private static Part part(Hub hub) {
    return Part.hub(hub.cluster().name(), hub.id());
  }
}
