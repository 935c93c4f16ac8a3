package org.hubfleet.model.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.shelf.Provider;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * The pools of a cluster.
 *
 * @param all in the order of the cluster's file
 */
public record Pools(Cluster cluster, Provider provider, List<Pool> all) {
  public Pools {
    all = List.copyOf(all);
  }

  /** Those of a cluster, with what its provider is known for. */
  public static Pools of(Cluster cluster, Shelf shelf) {
    Provider provider = shelf.providers().of(cluster.provider());
    Mapping lines =
        cluster
            .fact("pools")
            .flatMap(Node::mapping)
            .orElseGet(() -> Mapping.empty(cluster.tree().origin()));
    PoolReader reader = new PoolReader(cluster, provider, lines);
    List<Pool> all = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> entry : lines.entries().entrySet()) {
      entry
          .getValue()
          .value()
          .mapping()
          .ifPresent(tree -> all.add(reader.pool(entry.getKey(), tree)));
    }
    return new Pools(cluster, provider, all);
  }

  /** The pool of that name. */
  public Optional<Pool> named(String name) {
    return all.stream().filter(pool -> pool.name().equals(name)).findFirst();
  }

  /** The pools that servers of people run on. */
  public List<Pool> forUsers() {
    return all.stream().filter(Pool::isForUsers).toList();
  }

  /** The pool for servers without cards, where there is just one and its room is known. */
  public Optional<Pool> usual() {
    List<Pool> usual = forUsers().stream().filter(pool -> pool.gpu().isEmpty()).toList();
    return areBroken() || usual.size() != 1
        ? Optional.empty()
        : usual.stream().filter(pool -> pool.room().isPresent()).findFirst();
  }

  /** Whether nothing is known of the pools because their lines are wrong and reported. */
  public boolean areBroken() {
    return cluster.isBroken("pools") || cluster.isBroken("daemonsets");
  }
}
