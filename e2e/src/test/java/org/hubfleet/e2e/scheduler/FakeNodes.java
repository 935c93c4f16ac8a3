package org.hubfleet.e2e.scheduler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Deadline;
import org.hubfleet.e2e.process.Daemon;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;

/** Nodes as a cluster's pools describe them, kept ready by kwok; gone when closed. */
final class FakeNodes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NODES = "/api/v1/nodes";
  private static final int NODES_PER_POOL = 2;

  private final Api api;
  private final Daemon kwok;
  private final Map<String, Pool> pools = new LinkedHashMap<>();

  private FakeNodes(Api api, Daemon kwok) {
    this.api = api;
    this.kwok = kwok;
  }

  /** The nodes of a cluster, ready: two of each pool. */
  static FakeNodes of(Suite.Shared suite, Cluster cluster) {
    List<Pool> pools = Pool.of(cluster);
    for (Node other : suite.api().list(NODES)) {
      throw new IllegalStateException("a node of others: " + Tree.text(other, "metadata.name"));
    }
    FakeNodes nodes = new FakeNodes(suite.api(), Kwok.start(suite));
    for (Pool pool : pools) {
      for (int number = 1; number <= NODES_PER_POOL; number++) {
        nodes.add(cluster.name() + "-" + pool.name() + "-" + number, pool);
      }
    }
    nodes.kwok.await(PATIENCE, nodes::areReady);
    return nodes;
  }

  /** The pool that a node belongs to. */
  Pool poolOf(String node) {
    return pools.get(node);
  }

  /** The names of all nodes, pool after pool. */
  List<String> names() {
    return new ArrayList<>(pools.keySet());
  }

  /** Leaves one node open to pods, or all when the name is empty. */
  void openOnly(String node) {
    for (String name : pools.keySet()) {
      boolean open = node.isEmpty() || node.equals(name);
      Api.Answer answer =
          api.merge(NODES + "/" + name, "{\"spec\": {\"unschedulable\": " + !open + "}}");
      if (!answer.isFine()) {
        throw new IllegalStateException(answer.message());
      }
    }
    Deadline.after(PATIENCE).await("nodes open or closed", () -> areTainted(node));
  }

  /** The node controller follows with a taint, which is what a scheduler may see last. */
  private boolean areTainted(String open) {
    return api.list(NODES).stream()
        .filter(node -> pools.containsKey(Tree.text(node, "metadata.name")))
        .allMatch(
            node ->
                isClosed(node)
                    == !(open.isEmpty() || open.equals(Tree.text(node, "metadata.name"))));
  }

  private static boolean isClosed(Node node) {
    return Tree.items(node, "spec.taints").stream()
        .anyMatch(taint -> Tree.text(taint, "key").equals("node.kubernetes.io/unschedulable"));
  }

  private boolean areReady() {
    return api.list(NODES).stream()
        .filter(node -> pools.containsKey(Tree.text(node, "metadata.name")))
        .allMatch(FakeNodes::isReady);
  }

  private static boolean isReady(Node node) {
    boolean says =
        Tree.items(node, "status.conditions").stream()
            .anyMatch(
                condition ->
                    Tree.text(condition, "type").equals("Ready")
                        && Tree.text(condition, "status").equals("True"));
    boolean tainted =
        Tree.items(node, "spec.taints").stream()
            .anyMatch(taint -> Tree.text(taint, "key").startsWith("node.kubernetes.io/"));
    return says && !tainted;
  }

  private void add(String name, Pool pool) {
    pools.put(name, pool);
    Map<String, String> labels = new TreeMap<>(pool.labels());
    labels.put("kubernetes.io/hostname", name);
    labels.put("kubernetes.io/os", "linux");
    labels.put("kubernetes.io/arch", "amd64");
    List<String> taints = pool.taints().stream().map(JsonWriter::write).toList();
    String amounts = json(pool.allocatable().amounts());
    Api.Answer answer =
        api.post(
            NODES,
            """
            {"apiVersion": "v1", "kind": "Node",
             "metadata": {"name": "%s", "labels": %s, "annotations": {"%s": "%s"}},
             "spec": {"taints": %s},
             "status": {"allocatable": %s, "capacity": %s}}
            """
                .formatted(name, json(labels), Kwok.MARK, Kwok.OURS, taints, amounts, amounts));
    if (!answer.isFine()) {
      throw new IllegalStateException(name + ": " + answer.message());
    }
  }

  private static String json(Map<String, ?> texts) {
    List<String> entries = new ArrayList<>();
    texts.forEach(
        (key, value) ->
            entries.add(JsonWriter.quoted(key) + ": " + JsonWriter.quoted(value.toString())));
    return "{" + String.join(", ", entries) + "}";
  }

  @Override
  public void close() {
    pools.keySet().forEach(name -> api.remove(NODES + "/" + name));
    kwok.close();
  }
}
