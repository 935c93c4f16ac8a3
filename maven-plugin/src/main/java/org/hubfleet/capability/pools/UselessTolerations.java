package org.hubfleet.capability.pools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Node;

/**
 * Finds tolerations that a line of the hub's files gives to servers for a taint that no pool of the
 * cluster has: {@code pools/no-such-taint}. Where no pool names a taint nothing is known of them.
 */
record UselessTolerations(Pools pools) {
  private static final RuleName RULE = RuleName.of("pools/no-such-taint");

  void inspect(Values values, List<Diagnostic> problems) {
    List<String> taints =
        keys(pools.all().stream().map(Pool::taints).flatMap(List::stream)).toList();
    if (pools.areBroken() || taints.isEmpty()) {
      return;
    }
    // Every server tolerates these, as pools of its own are tainted by convention.
    List<String> usual = keys(values.items("scheduling.userPods.tolerations").stream()).toList();
    List<Node> tolerations = new ArrayList<>(values.items("singleuser.extraTolerations"));
    for (Wanted server : Choices.of(values)) {
      tolerations.addAll(server.tolerations());
    }
    Map<Place, Diagnostic> found = new LinkedHashMap<>();
    for (Node toleration : tolerations) {
      Optional<Node> key = toleration.get("key").filter(name -> name.string().isPresent());
      Optional<Place> place =
          key.filter(name -> !taints.contains(name.string().get()))
              .filter(name -> !usual.contains(name.string().get()))
              .flatMap(name -> name.origin().configuredPlace());
      place.ifPresent(
          at -> found.putIfAbsent(at, useless(at, key.get().string().orElseThrow(), taints)));
    }
    problems.addAll(found.values());
  }

  private static Stream<String> keys(Stream<? extends Node> all) {
    return all.flatMap(one -> one.get("key").stream())
        .flatMap(key -> key.string().stream())
        .distinct();
  }

  private Diagnostic useless(Place place, String key, List<String> taints) {
    return Diagnostic.warning(
            place,
            RULE,
            "no pool of the cluster "
                + pools.cluster().name()
                + " has a taint "
                + key
                + ", so this tolerates nothing")
        .hint(
            Nearest.to(key, taints)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("taints there are " + String.join(", ", taints)));
  }
}
