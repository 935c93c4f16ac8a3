package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/**
 * What a set that Flux applies waits for.
 *
 * @param after names of other sets
 */
public record Order(String name, List<String> after, Origin origin) {
  private static final RuleName CYCLE = RuleName.of("flux/dependency-cycle");
  private static final RuleName UNKNOWN = RuleName.of("flux/unknown-dependency");

  public Order {
    after = List.copyOf(after);
  }

  /** That of every set among those objects. */
  public static List<Order> of(List<Manifest> manifests) {
    return manifests.stream()
        .filter(manifest -> manifest.isForFlux() && manifest.kind().equals("Kustomization"))
        .map(manifest -> new Order(manifest.name(), after(manifest), manifest.object().origin()))
        .toList();
  }

  private static List<String> after(Manifest manifest) {
    return manifest
        .object()
        .at("spec.dependsOn")
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .stream()
        .flatMap(List::stream)
        .flatMap(item -> item.get("name").flatMap(Node::string).stream())
        .toList();
  }

  /**
   * The problems of all sets of a cluster: one that waits for what is not there never starts, and
   * one that waits for itself stops all that Flux applies from the same source, silently.
   */
  public static List<Diagnostic> inspect(Collection<Order> orders) {
    Map<String, Order> byName = new LinkedHashMap<>();
    orders.forEach(order -> byName.put(order.name(), order));
    List<Diagnostic> found = new ArrayList<>();
    for (Order order : byName.values()) {
      order.after().stream()
          .filter(name -> !byName.containsKey(name))
          .forEach(name -> found.add(unknown(order, name)));
    }
    cycle(byName).ifPresent(order -> found.add(cyclic(order)));
    return found;
  }

  /** The first set that is found to wait for itself. */
  private static Optional<Order> cycle(Map<String, Order> byName) {
    Set<String> free = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Order order : byName.values()) {
        boolean waits =
            order.after().stream().anyMatch(n -> byName.containsKey(n) && !free.contains(n));
        more |= !waits && free.add(order.name());
      }
    }
    return byName.values().stream().filter(order -> !free.contains(order.name())).findFirst();
  }

  private static Diagnostic unknown(Order order, String name) {
    return Diagnostic.error(
        order.origin().place(),
        UNKNOWN,
        "Flux applies \"" + order.name() + "\" after \"" + name + "\", which there is not");
  }

  private static Diagnostic cyclic(Order order) {
    return Diagnostic.error(
        order.origin().place(),
        CYCLE,
        "Flux would apply \"" + order.name() + "\" only after itself, and then nothing any more");
  }
}
