package org.hubfleet.e2e.node;

import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1NodeAddress;
import io.kubernetes.client.openapi.models.V1NodeCondition;
import io.kubernetes.client.openapi.models.V1NodeSpec;
import io.kubernetes.client.openapi.models.V1NodeStatus;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Taint;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * A node as a pool of the cluster file describes it.
 *
 * @param allocatable by the API's names of resources; never empty
 */
public record NodePlan(
    String name,
    Map<String, String> labels,
    List<V1Taint> taints,
    Map<String, String> allocatable) {
  /** What a pool that does not say what it has is taken to have. */
  private static final Map<String, String> ROOMY = Map.of("cpu", "16", "memory", "64Gi");

  private static final Map<String, String> RESOURCES = Map.of("gpu", "nvidia.com/gpu");

  private static final int NODES = 3; // of each pool

  /** Some nodes for each pool; a cluster without pools has one large node. */
  public static List<NodePlan> of(String cluster, Node clusterFile) {
    Mapping pools =
        clusterFile.get("pools").flatMap(Node::mapping).orElse(Mapping.empty(clusterFile.origin()));
    if (pools.isEmpty()) {
      return List.of(new NodePlan(cluster + "-1", Map.of(), List.of(), ROOMY));
    }
    List<NodePlan> plans = new ArrayList<>();
    pools
        .entries()
        .forEach(
            (pool, entry) -> {
              for (int i = 1; i <= NODES; i++) {
                plans.add(
                    new NodePlan(
                        cluster + "-" + pool + "-" + i,
                        texts(entry.value(), "labels"),
                        taints(entry.value()),
                        allocatable(entry.value())));
              }
            });
    return plans;
  }

  private static Map<String, String> allocatable(Node pool) {
    Map<String, String> found = new TreeMap<>(ROOMY);
    texts(pool, "allocatable")
        .forEach((name, amount) -> found.put(RESOURCES.getOrDefault(name, name), amount));
    return found;
  }

  private static List<V1Taint> taints(Node pool) {
    return pool.get("taints").flatMap(Node::sequence).stream()
        .flatMap(list -> list.items().stream())
        .map(
            taint ->
                new V1Taint()
                    .key(text(taint, "key"))
                    .value(text(taint, "value"))
                    .effect(text(taint, "effect")))
        .toList();
  }

  private static Map<String, String> texts(Node node, String key) {
    Map<String, String> found = new TreeMap<>();
    node.get(key)
        .flatMap(Node::mapping)
        .ifPresent(map -> map.entries().keySet().forEach(name -> found.put(name, text(map, name))));
    return found;
  }

  private static String text(Node node, String key) {
    return node.get(key).flatMap(Node::scalar).map(Scalar::text).orElse("");
  }

  V1Node object(String address) {
    Map<String, Quantity> amounts = new TreeMap<>();
    allocatable.forEach((name, amount) -> amounts.put(name, new Quantity(amount)));
    amounts.put("pods", new Quantity("110"));
    amounts.put("ephemeral-storage", new Quantity("100Gi"));
    Map<String, String> all = new TreeMap<>(labels);
    all.put("kubernetes.io/hostname", name);
    all.put("kubernetes.io/os", "linux");
    all.put("kubernetes.io/arch", "amd64");
    V1NodeStatus status =
        new V1NodeStatus()
            .capacity(amounts)
            .allocatable(amounts)
            .addAddressesItem(new V1NodeAddress().type("InternalIP").address(address))
            .addConditionsItem(
                new V1NodeCondition()
                    .type("Ready")
                    .status("True")
                    .reason("Played")
                    .message("by the suite")
                    .lastHeartbeatTime(OffsetDateTime.now())
                    .lastTransitionTime(OffsetDateTime.now()));
    return new V1Node()
        .metadata(new V1ObjectMeta().name(name).labels(all))
        .spec(new V1NodeSpec().taints(taints))
        .status(status);
  }
}
