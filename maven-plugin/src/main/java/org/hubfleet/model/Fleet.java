package org.hubfleet.model;

import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
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
  public Fleet {
    clusters = List.copyOf(clusters);
    hubs = List.copyOf(hubs);
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
