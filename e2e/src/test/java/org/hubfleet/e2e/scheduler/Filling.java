package org.hubfleet.e2e.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One node filled with servers of one choice: requests against allocatable say how many fit; pods
 * of a lower priority give way.
 */
final class Filling {
  private final HubOnNodes hub;
  private final Choice choice;
  private final Resources asked;
  private final Patience patience;
  private int displaced;

  Filling(HubOnNodes hub, Choice choice, Patience patience) {
    this.hub = hub;
    this.choice = choice;
    this.patience = patience;
    this.asked = Resources.ofPod(choice.pod());
  }

  /** How many placeholders had to go; known once the node was filled. */
  int displaced() {
    return displaced;
  }

  /** A node meant for the choice, the one with most placeholders if there are any. */
  private Optional<String> home() {
    Placed wanted = Placed.of(choice.pod());
    return hub.nodes().names().stream()
        .filter(name -> pool(name).isMeantFor(wanted))
        .max(Comparator.comparing(this::placeholders));
  }

  private Pool pool(String name) {
    return hub.nodes().poolOf(name);
  }

  private long placeholders(String name) {
    return hub.pods(name).stream()
        .filter(pod -> pod.component().equals(Placed.PLACEHOLDER))
        .count();
  }

  /** What is wrong; nothing when exactly as many servers fit as computed. */
  List<String> complaints() {
    return home().map(this::complaints).orElse(List.of("no pool is meant for it"));
  }

  private List<String> complaints(String node) {
    hub.nodes().openOnly(node);
    List<String> first = hub.start(choice, 1);
    patience.holds(() -> ofNames(first).stream().allMatch(Placed::isBound));
    List<Placed> one = ofNames(first);
    if (one.stream().noneMatch(Placed::isBound)) {
      stop(first);
      return List.of("not one fits on an empty node of pool " + pool(node).name());
    }
    int priority = one.get(0).priority();
    List<Placed> waiting = hub.pods(node).stream().filter(p -> p.priority() < priority).toList();
    Resources free = pool(node).allocatable();
    for (Placed pod : hub.pods(node)) {
      boolean stays = pod.priority() >= priority && !first.contains(pod.name());
      free = stays ? free.minus(pod.asked()) : free;
    }
    stop(first);
    return fill(node, free, waiting);
  }

  private List<String> fill(String node, Resources free, List<Placed> givingWay) {
    int fits = free.times(asked);
    List<String> names = hub.start(choice, fits + 1);
    boolean asComputed = patience.holds(() -> isFull(node, names, fits));
    List<Placed> pods = ofNames(names);
    List<String> found = new ArrayList<>();
    if (!asComputed) {
      long bound = pods.stream().filter(Placed::isBound).count();
      found.add(fits + " should fit on " + node + ", found " + bound);
    }
    pods.stream()
        .filter(pod -> !pod.isBound())
        .filter(pod -> !saysWhy(pod.reason(), free.shortOf(asked)))
        .forEach(pod -> found.add("short of " + free.shortOf(asked) + ", found " + pod.reason()));
    List<String> left = hub.pods(node).stream().map(Placed::name).toList();
    displaced =
        (int)
            givingWay.stream()
                .filter(pod -> pod.component().equals(Placed.PLACEHOLDER))
                .filter(pod -> !left.contains(pod.name()))
                .count();
    stop(names);
    return found;
  }

  private boolean isFull(String node, List<String> names, int fits) {
    List<Placed> pods = ofNames(names);
    return pods.stream().allMatch(Placed::isDecided)
        && pods.stream().filter(pod -> pod.node().equals(node)).count() == fits
        && pods.stream().filter(Placed::isBound).count() == fits;
  }

  private static boolean saysWhy(String reason, List<String> shortOf) {
    return shortOf.stream()
        .map(name -> name.equals(Resources.PODS) ? "Too many pods" : "Insufficient " + name)
        .anyMatch(reason::contains);
  }

  private List<Placed> ofNames(List<String> names) {
    return hub.pods().stream().filter(pod -> names.contains(pod.name())).toList();
  }

  private void stop(List<String> names) {
    hub.stop(names);
    patience.holds(() -> ofNames(names).isEmpty());
  }
}
