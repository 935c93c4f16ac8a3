package org.hubfleet.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.model.distribution.Distribution;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.SourceFile;

/**
 * One hub, its layers merged.
 *
 * @param id unique in the fleet
 * @param file of the hub, relative to the folder that holds {@code config/}
 * @param tree of the hub language, merged: fleet defaults, distribution, community defaults, hub;
 *     without {@code overrides}
 * @param overrides in the order in which they apply: fleet, distribution, community, hub
 * @param clusterOrigin where the hub says on which cluster it runs
 * @param distributions that it is built on, each over those before it; may be empty
 */
public record Hub(
    String id,
    String community,
    String file,
    Cluster cluster,
    String namespace,
    String release,
    Mapping tree,
    List<Override> overrides,
    Origin clusterOrigin,
    List<Distribution> distributions) {
  /** One block of {@code overrides}; the layer is that of its origin. */
  public record Override(Optional<Mapping> values, Optional<Mapping> patch, Mapping tree) {}

  private static final String TODAY = "(today)";

  public Hub {
    overrides = List.copyOf(overrides);
    distributions = List.copyOf(distributions);
  }

  /** A hub that is built on no distribution. */
  public Hub(
      String id,
      String community,
      String file,
      Cluster cluster,
      String namespace,
      String release,
      Mapping tree,
      List<Override> overrides,
      Origin clusterOrigin) {
    this(
        id,
        community,
        file,
        cluster,
        namespace,
        release,
        tree,
        overrides,
        clusterOrigin,
        List.of());
  }

  /** The id of the hub that a file describes: its community's name alone for {@code hub.yaml}. */
  public static String idOf(SourceFile file) {
    return file.name().equals("hub") ? file.community() : file.community() + "-" + file.name();
  }

  /** Whether the text is its id or its {@code community/file}. */
  public boolean isNamed(String name) {
    String last = file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
    return name.equals(id) || name.equals(community + "/" + last);
  }

  /** The title, by default the id. */
  public String title() {
    return tree.get("title").flatMap(Node::string).orElse(id);
  }

  /** The domain, where it has one. */
  public Optional<String> domain() {
    return tree.get("domain").flatMap(Node::string);
  }

  /** The same hub on a day. */
  Hub today(Node day) {
    return saying(tree.with(TODAY, day));
  }

  /** Today as the fleet sees it; absent when it does not say. */
  public Optional<LocalDate> today() {
    return tree.get(TODAY).flatMap(Node::string).map(LocalDate::parse);
  }

  /** The same hub with another tree. */
  public Hub saying(Mapping other) {
    return new Hub(
        id,
        community,
        file,
        cluster,
        namespace,
        release,
        other,
        overrides,
        clusterOrigin,
        distributions);
  }

  /** The same hub on another cluster. */
  Hub on(Cluster other) {
    return new Hub(
        id,
        community,
        file,
        other,
        namespace,
        release,
        tree,
        overrides,
        clusterOrigin,
        distributions);
  }

  /** Whether the hub has that key, if only in a shape that was reported. */
  public boolean has(String key) {
    return tree.get(key).isPresent() || SoundKeys.isBroken(tree, key);
  }

  /** The last value that overrides give at a dotted path below {@code jupyterhub}. */
  public Optional<Node> overridden(String path) {
    return overrides.stream()
        .flatMap(override -> override.values().stream())
        .flatMap(values -> values.get("jupyterhub").stream())
        .flatMap(values -> values.at(path).stream())
        .reduce((first, second) -> second);
  }

  /** The same problem, told in a file that the fleet can change. */
  public Diagnostic told(Diagnostic problem) {
    Diagnostic told = problem;
    for (Distribution distribution : distributions) {
      told = distribution.told(told);
    }
    return told;
  }

  /** Whether our departure of that name holds for this hub. */
  public boolean departs(String departure) {
    return tree.get("departures").flatMap(d -> d.get(departure)).map(Node::isTrue).orElse(true);
  }
}
