package org.hubfleet.e2e.scheduler;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Mapping;
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
    Mapping pools =
        cluster.fact("pools").flatMap(Node::mapping).orElse(Mapping.empty(cluster.tree().origin()));
    if (pools.isEmpty()) {
      return List.of(of(cluster.name(), "any", ANY_MACHINE));
    }
    List<Pool> found = new ArrayList<>();
    pools.entries().forEach((name, entry) -> found.add(of(cluster.name(), name, entry.value())));
    return found;
  }

  private static Pool of(String cluster, String name, Node tree) {
    Map<String, BigDecimal> amounts =
        new TreeMap<>(Resources.of(tree.get("allocatable")).amounts());
    if (!amounts.containsKey("cpu") || !amounts.containsKey("memory")) {
      throw new IllegalStateException(
          "pool " + name + " of cluster " + cluster + " says no allocatable cpu and memory");
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
