package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hubfleet.source.Node;

/**
 * Everything a hub puts on nodes, held against where it is meant to be. Each question is answered
 * by complaints; none is good.
 */
final class Trial {

  private final HubOnNodes hub;
  private final List<Choice> choices;
  private final Patience patience;
  private final List<Choice> landed = new ArrayList<>();
  private final Set<String> used = new LinkedHashSet<>();
  private int displaced;

  Trial(HubOnNodes hub, List<Choice> choices, Patience patience) {
    this.hub = hub;
    this.choices = choices;
    this.patience = patience;
  }

  /** Core pods and placeholders: all are there, each on a node for its purpose. */
  List<String> own() {
    List<String> found = new ArrayList<>();
    Map<String, Integer> wanted = wanted();
    for (Map.Entry<String, Integer> component : wanted.entrySet()) {
      Supplier<List<Placed>> pods = () -> ofComponent(component.getKey());
      patience.holds(
          () -> pods.get().stream().filter(Placed::isBound).count() == component.getValue());
      if (pods.get().size() != component.getValue()) {
        found.add(
            "%s: %d pods wanted, %d there"
                .formatted(component.getKey(), component.getValue(), pods.get().size()));
      }
      pods.get().forEach(pod -> found.addAll(misplaced(component.getKey(), pod)));
    }
    return found;
  }

  private List<Placed> ofComponent(String component) {
    return hub.pods().stream().filter(pod -> pod.component().equals(component)).toList();
  }

  /** How many pods of each component the workloads ask for; one on each node is not counted. */
  private Map<String, Integer> wanted() {
    Map<String, Integer> wanted = new TreeMap<>();
    for (Node object : hub.objects()) {
      String component = Tree.text(object, "spec.template.metadata.labels.component");
      switch (Tree.text(object, "kind")) {
        case "Job" -> wanted.merge(component, 1, Integer::sum);
        case "Deployment", "StatefulSet" ->
            wanted.merge(
                component, Integer.parseInt(Tree.text(object, "spec.replicas")), Integer::sum);
        default -> {}
      }
    }
    return wanted;
  }

  /** Every choice once: its server is put on a node meant for it. */
  List<String> choices() {
    List<String> found = new ArrayList<>();
    for (Choice choice : choices) {
      List<String> names = hub.start(choice, 1);
      patience.holds(() -> ofNames(names).stream().anyMatch(Placed::isBound));
      for (Placed pod : ofNames(names)) {
        found.addAll(misplaced(choice.label(), pod));
        if (pod.isBound()) {
          landed.add(choice);
          used.add(pod.node());
        }
      }
      stop(names);
    }
    return found;
  }

  /** The hub's own scheduler fills a node before it takes the next one. */
  List<String> packing() {
    return hub.hasScheduler() ? new Packing(hub, choices.get(0), patience).complaints() : List.of();
  }

  /** Images are fetched early on every node on which a choice was put. */
  List<String> pullers() {
    List<String> found = new ArrayList<>();
    for (Node puller : Tree.ofKind(hub.objects(), "DaemonSet")) {
      String component = Tree.text(puller, "spec.template.metadata.labels.component");
      Supplier<Set<String>> nodes =
          () ->
              hub.pods().stream()
                  .filter(pod -> pod.component().equals(component))
                  .map(Placed::node)
                  .collect(Collectors.toSet());
      if (!patience.holds(() -> nodes.get().containsAll(used))) {
        used.stream()
            .filter(node -> !nodes.get().contains(node))
            .forEach(node -> found.add(component + ": not on " + node));
      }
    }
    return found;
  }

  /** For each kind of choice: as many fit on an empty node as can be computed, and no more. */
  List<String> capacity() {
    Map<String, Choice> kinds = new LinkedHashMap<>();
    landed.forEach(choice -> kinds.putIfAbsent(choice.signature(), choice));
    List<String> found = new ArrayList<>();
    for (Choice choice : kinds.values()) {
      Filling filling = new Filling(hub, choice, patience);
      filling.complaints().forEach(problem -> found.add(choice.label() + ": " + problem));
      displaced += filling.displaced();
    }
    if (displaced == 0 && ofComponent(Placed.PLACEHOLDER).stream().anyMatch(Placed::givesWay)) {
      found.add(Placed.PLACEHOLDER + ": none gave way to a server");
    }
    hub.nodes().openOnly("");
    return found;
  }

  /** How many placeholders gave way to servers; known once capacity was asked for. */
  int displaced() {
    return displaced;
  }

  /** What the account of the hub's scheduler lacks. */
  List<String> rights() throws IOException {
    return hub.forbidden();
  }

  private List<String> misplaced(String what, Placed pod) {
    if (!pod.isBound()) {
      return List.of(what + ": on no node: " + pod.reason());
    }
    Pool pool = hub.nodes().poolOf(pod.node());
    return pool.isMeantFor(pod)
        ? List.of()
        : List.of(what + ": on a node of pool " + pool.name() + ", which is not meant for it");
  }

  private List<Placed> ofNames(List<String> names) {
    return hub.pods().stream().filter(pod -> names.contains(pod.name())).toList();
  }

  private void stop(List<String> names) {
    hub.stop(names);
    patience.holds(() -> ofNames(names).isEmpty());
  }
}
