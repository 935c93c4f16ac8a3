package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hubfleet.compare.Part;
import org.hubfleet.deploy.Holdings;
import org.hubfleet.live.FluxSet;
import org.hubfleet.live.LiveHub;
import org.hubfleet.live.LiveReport;
import org.hubfleet.model.Fleet;

/**
 * How a fleet stands: what it says, what is deployed, and what clusters say of that.
 *
 * @param scope the parts that the run is about
 * @param live by cluster; without those that gave no answer or were not asked
 */
record FleetStatus(
    Fleet fleet, Holdings holdings, Predicate<Part> scope, SortedMap<String, LiveReport> live) {
  FleetStatus {
    live = new TreeMap<>(live);
  }

  /** The clusters that there is something to say of. */
  List<String> clusters() {
    SortedSet<String> names = new TreeSet<>();
    fleet.clusters().forEach(cluster -> names.add(cluster.name()));
    hubs().forEach(hub -> names.add(hub.cluster().orElseThrow()));
    return names.stream()
        .filter(name -> scope.test(Part.cluster(name)) || !hubs(name).isEmpty())
        .toList();
  }

  /** The hubs of a cluster: those of the fleet, those that are deployed, and those that ended. */
  List<Part> hubs(String cluster) {
    return hubs().stream().filter(hub -> hub.cluster().orElseThrow().equals(cluster)).toList();
  }

  private List<Part> hubs() {
    SortedSet<Part> all = new TreeSet<>(holdings.hubs().keySet());
    all.addAll(holdings.ended().keySet());
    fleet.hubs().forEach(hub -> all.add(Part.hub(hub.cluster().name(), hub.id())));
    return all.stream().filter(scope).toList();
  }

  /** Whether the fleet still has the hub on that cluster. */
  boolean isInConfig(Part hub) {
    return fleet.hubs().stream()
        .anyMatch(known -> Part.hub(known.cluster().name(), known.id()).equals(hub));
  }

  /** What its cluster says of a part. */
  Optional<LiveHub> live(Part part) {
    return part.cluster().map(live::get).map(report -> report.parts().get(part));
  }

  /** Whether that set has applied the tip. */
  boolean isUpToDate(FluxSet set) {
    return set.applied().isPresent() && set.applied().equals(holdings.tip());
  }

  /** How many parts are not on their cluster as they are deployed, as far as clusters answered. */
  int parted() {
    List<LiveHub> all = new ArrayList<>();
    live.values().forEach(report -> all.addAll(report.parts().values()));
    return (int) all.stream().filter(hub -> !isFine(hub)).count();
  }

  private boolean isFine(LiveHub hub) {
    return hub.drift().isEmpty()
        && hub.sets().stream()
            .allMatch(set -> set.health() == FluxSet.Health.READY && isUpToDate(set));
  }
}
