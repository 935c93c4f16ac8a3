package org.hubfleet.e2e.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the hub's own scheduler goes on with the fuller node. It reckons in whole percents, so
 * nodes may tie that differ by a small server: one node is half filled first, then all are open.
 */
final class Packing {
  private static final int MORE = 3;

  private final HubOnNodes hub;
  private final Choice choice;
  private final Patience patience;

  Packing(HubOnNodes hub, Choice choice, Patience patience) {
    this.hub = hub;
    this.choice = choice;
    this.patience = patience;
  }

  /** What is wrong; nothing when further servers join the half-filled node. */
  List<String> complaints() {
    Optional<String> fuller = fuller();
    if (fuller.isEmpty()) {
      return List.of("no pool is meant for " + choice.label());
    }
    int fits = fits(fuller.get());
    List<String> names = new ArrayList<>();
    try {
      return fits < 2 ? List.of() : joining(fuller.get(), fits, names);
    } finally {
      hub.nodes().openOnly("");
      hub.stop(names);
      patience.holds(() -> ofNames(names).isEmpty());
    }
  }

  private List<String> joining(String node, int fits, List<String> names) {
    int half = fits / 2;
    hub.nodes().openOnly(node);
    names.addAll(hub.start(choice, half));
    if (!patience.holds(() -> on(node, names) == half)) {
      return List.of(half + " servers should half fill " + node + ", found " + on(node, names));
    }
    hub.nodes().openOnly("");
    List<String> all = hub.start(choice, half + Math.min(MORE, fits - half));
    List<String> later = all.subList(half, all.size());
    names.addAll(later);
    patience.holds(() -> ofNames(later).stream().allMatch(Placed::isDecided));
    List<String> elsewhere =
        ofNames(later).stream().map(Placed::node).filter(name -> !name.equals(node)).toList();
    return elsewhere.isEmpty()
        ? List.of()
        : List.of("servers should join those on " + node + ", found them on " + elsewhere);
  }

  /** The node for the choice that most is asked of already. */
  private Optional<String> fuller() {
    Placed wanted = Placed.of(choice.pod());
    return hub.nodes().names().stream()
        .filter(name -> hub.nodes().poolOf(name).isMeantFor(wanted))
        .min(Comparator.comparing(this::fits));
  }

  /** How many fit without anybody giving way. */
  private int fits(String node) {
    Resources free = hub.nodes().poolOf(node).allocatable();
    for (Placed pod : hub.pods(node)) {
      free = free.minus(pod.asked());
    }
    return free.times(Resources.ofPod(choice.pod()));
  }

  private long on(String node, List<String> names) {
    return ofNames(names).stream().filter(pod -> pod.node().equals(node)).count();
  }

  private List<Placed> ofNames(List<String> names) {
    return hub.pods().stream().filter(pod -> names.contains(pod.name())).toList();
  }
}
