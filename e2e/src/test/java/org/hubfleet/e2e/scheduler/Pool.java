package org.hubfleet.e2e.scheduler;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Node;

/**
 * A pool of a cluster file: what each of its nodes is like and what it is for.
 *
 * @param purpose {@code core} or {@code user}; empty when it is for everything
 * @param taints as in the file
 */
record Pool(
    String name,
    String purpose,
    Map<String, String> labels,
    List<Node> taints,
    Resources allocatable) {
  static final String GPU = "nvidia.com/gpu";

  /** The kubelet's own bound, where nobody says otherwise. */
  private static final String PODS_PER_NODE = "110";

  /** What stands in for the machine of a cluster that says nothing of pools. */
  private static final Node ANY_MACHINE = Tree.of("allocatable: {cpu: 4, memory: 16Gi}");

  /** The pools of a cluster, in the order of its file; never empty. */
  static List<Pool> of(Cluster cluster) {
    List<Pool> found = new ArrayList<>();
    for (org.hubfleet.model.pool.Pool pool : Pools.of(cluster, Shelf.open()).all()) {
      found.add(of(pool.name(), pool.tree(), pool.node()));
    }
    return found.isEmpty() ? List.of(of("any", ANY_MACHINE, Optional.empty())) : found;
  }

  private static Pool of(String name, Node tree, Optional<Room> node) {
    Map<String, BigDecimal> amounts =
        new TreeMap<>(Resources.of(tree.get("allocatable")).amounts());
    node.ifPresent(room -> amounts.putIfAbsent("cpu", room.cores()));
    node.ifPresent(
        room -> amounts.putIfAbsent("memory", BigDecimal.valueOf(room.memory().bytes())));
    if (!amounts.containsKey("cpu") || !amounts.containsKey("memory")) {
      throw new IllegalStateException("nothing tells the cpu and memory of the pool " + name);
    }
    BigDecimal gpu = amounts.remove("gpu");
    amounts.put(GPU, gpu == null ? BigDecimal.ZERO : gpu);
    amounts.put(Resources.PODS, new BigDecimal(PODS_PER_NODE));
    return new Pool(
        name,
        Tree.text(tree, "purpose"),
        Tree.texts(tree, "labels"),
        Tree.items(tree, "taints"),
        new Resources(amounts));
  }

  /** Whether a pod belongs there: by purpose, by its wish for a GPU, by the labels it asks for. */
  boolean isMeantFor(Placed pod) {
    String wanted = pod.isForPeople() ? "user" : "core";
    boolean hasGpu = allocatable.of(GPU).signum() > 0;
    boolean wantsGpu = pod.asked().of(GPU).signum() > 0;
    return (purpose.isEmpty() || purpose.equals(wanted))
        && hasGpu == wantsGpu
        && labels.entrySet().containsAll(pod.selector().entrySet());
  }
}
