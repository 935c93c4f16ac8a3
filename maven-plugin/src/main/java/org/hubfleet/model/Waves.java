package org.hubfleet.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * Groups of hubs that are deployed one after another: {@code deployment.waves} of {@code
 * fleet.yaml}. A hub belongs to the first wave that names it or its cluster, else to the first that
 * names nothing, else to the last; so does a hub that is no more.
 */
public final class Waves {
  private static final RuleName UNKNOWN = RuleName.of("fleet/unknown-wave-member");

  private final Map<String, Node> waves = new LinkedHashMap<>();
  private final Fleet fleet;

  private Waves(Fleet fleet) {
    this.fleet = fleet;
    fleet
        .tree()
        .at("deployment.waves")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .ifPresent(all -> all.forEach((name, entry) -> waves.put(name, entry.value())));
  }

  /** Those of a fleet; may be none. */
  public static Waves of(Fleet fleet) {
    return new Waves(fleet);
  }

  /** Their names, in order. */
  public List<String> names() {
    return List.copyOf(waves.keySet());
  }

  /** The wave of a hub. Throws {@link IllegalStateException} when there are no waves. */
  public String waveOf(String cluster, String hub) {
    Optional<String> named =
        waves.entrySet().stream()
            .filter(w -> items(w.getValue(), "hubs").contains(hub) || isOf(w.getValue(), cluster))
            .map(Map.Entry::getKey)
            .findFirst();
    return named.or(this::rest).orElseGet(this::last);
  }

  /** The wave that brings what the hubs of a cluster share: the last of theirs. */
  public String waveOf(String cluster) {
    return fleet.hubs().stream()
        .filter(hub -> hub.cluster().name().equals(cluster))
        .map(hub -> waveOf(cluster, hub.id()))
        .max((a, b) -> Integer.compare(names().indexOf(a), names().indexOf(b)))
        .orElseGet(this::last);
  }

  private static boolean isOf(Node wave, String cluster) {
    return items(wave, "clusters").contains(cluster);
  }

  private Optional<String> rest() {
    return waves.entrySet().stream()
        .filter(w -> items(w.getValue(), "hubs").isEmpty())
        .filter(w -> items(w.getValue(), "clusters").isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The last wave. */
  public String last() {
    List<String> names = names();
    if (names.isEmpty()) {
      throw new IllegalStateException("the fleet has no waves");
    }
    return names.get(names.size() - 1);
  }

  private static List<String> items(Node wave, String key) {
    return nodes(wave, key).stream().flatMap(item -> item.string().stream()).toList();
  }

  private static List<Node> nodes(Node wave, String key) {
    return wave.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** Hubs and clusters that waves name and the fleet does not have. */
  public List<Diagnostic> problems() {
    List<String> hubs = fleet.hubs().stream().map(Hub::id).toList();
    List<String> clusters = fleet.clusters().stream().map(Cluster::name).toList();
    List<Diagnostic> found = new ArrayList<>();
    for (Node wave : waves.values()) {
      nodes(wave, "hubs").forEach(item -> unknown("hub", item, hubs).ifPresent(found::add));
      nodes(wave, "clusters")
          .forEach(item -> unknown("cluster", item, clusters).ifPresent(found::add));
    }
    return found;
  }

  private static Optional<Diagnostic> unknown(String what, Node item, List<String> known) {
    return item.string()
        .filter(name -> !known.contains(name))
        .map(
            name ->
                Diagnostic.error(
                        item.origin().place(),
                        UNKNOWN,
                        "there is no " + what + " \"" + name + "\" for this wave")
                    .hint(Nearest.to(name, known).map(near -> "did you mean \"" + near + "\"?")));
  }
}
