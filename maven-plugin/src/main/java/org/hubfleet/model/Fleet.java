package org.hubfleet.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sources;

/**
 * All there is, with links resolved.
 *
 * @param tree of {@code fleet.yaml}
 * @param clusters sorted by name
 * @param hubs sorted by id
 * @param sources the files it was bound from
 */
public record Fleet(Mapping tree, List<Cluster> clusters, List<Hub> hubs, Sources sources) {
  private static final String AS_OF = "asOf";

  public Fleet {
    clusters = List.copyOf(clusters);
    hubs = List.copyOf(hubs);
  }

  /** The same fleet as if today were that day, {@code YYYY-MM-DD}. */
  public Fleet on(String day) {
    Scalar today = Scalar.string(day, tree.keyOrigin(AS_OF));
    return new Fleet(tree.with(AS_OF, today), clusters, hubs, sources);
  }

  /** The same fleet, each hub told what day it is. */
  public Fleet dated() {
    Optional<Node> day = tree.get(AS_OF).filter(said -> today().isPresent());
    return day.isEmpty()
        ? this
        : new Fleet(
            tree, clusters, hubs.stream().map(hub -> hub.today(day.get())).toList(), sources);
  }

  /** The same fleet, each hub told who of the operator looks after hubs. */
  public Fleet staffed() {
    return tree.at("operator.staff")
        .map(
            staff ->
                new Fleet(
                    tree, clusters, hubs.stream().map(hub -> hub.staffed(staff)).toList(), sources))
        .orElse(this);
  }

  /** The same fleet, each hub with the files that its lines may name. */
  public Fleet furnished() {
    return sources.attachments().isEmpty()
        ? this
        : new Fleet(
            tree,
            clusters,
            hubs.stream().map(hub -> hub.with(sources.attachments())).toList(),
            sources);
  }

  /** Today as the fleet sees it, by {@code asOf}; absent when it does not say. */
  public Optional<LocalDate> today() {
    try {
      return tree.get(AS_OF).flatMap(Node::string).map(LocalDate::parse);
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  /** The hub of that id or of that {@code community/file}. */
  public Optional<Hub> hub(String name) {
    return hubs.stream().filter(hub -> hub.isNamed(name)).findFirst();
  }

  /** The hubs on one cluster, sorted by id. */
  public List<Hub> hubsOn(Cluster cluster) {
    return hubs.stream().filter(hub -> hub.cluster().name().equals(cluster.name())).toList();
  }
}
