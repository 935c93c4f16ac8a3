package org.hubfleet.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/** Hubs and objects for tests, from a few lines of YAML. */
public final class Given {
  private static final String FILE = "config/communities/lab/hub.yaml";
  private static final String CLUSTER_FILE = "config/clusters/west.yaml";

  private Given() {}

  /** A tree that stands in the hub's file. */
  public static Mapping tree(String yaml) {
    return tree(FILE, yaml, Layer.HUB);
  }

  /** A tree that stands in another file. */
  public static Mapping tree(String file, String yaml, Layer layer) {
    return YamlReader.ofOurs()
        .read(file, yaml, layer)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow(() -> new AssertionError("no map: " + yaml));
  }

  /** The hub {@code lab} on a cluster of 1.35. */
  public static Hub hub(String hubYaml, String clusterYaml) {
    Mapping tree = tree(hubYaml);
    Cluster cluster =
        new Cluster("west", "gke", "1.35", tree(CLUSTER_FILE, clusterYaml, Layer.CLUSTER));
    return new Hub(
        "lab",
        "lab",
        FILE,
        cluster,
        tree.get("namespace").flatMap(Node::string).orElse("lab"),
        tree.get("release").flatMap(Node::string).orElse("lab"),
        tree,
        overrides(tree),
        tree.keyOrigin("cluster"));
  }

  private static List<Hub.Override> overrides(Mapping tree) {
    return tree.get("overrides").flatMap(Node::sequence).stream()
        .flatMap(list -> list.items().stream())
        .map(Mapping.class::cast)
        .map(
            block ->
                new Hub.Override(
                    block.get("values").flatMap(Node::mapping),
                    block.get("patch").flatMap(Node::mapping),
                    block))
        .toList();
  }

  /** That hub with nothing but its cluster. */
  public static Hub hub() {
    return hub("cluster: west", "provider: gke");
  }

  /** A hub's blueprint with those upstream values. */
  public static Blueprint blueprint(Hub hub, String jupyterhub) {
    Mapping values =
        Mapping.builder(hub.clusterOrigin())
            .put(
                "context",
                tree("{labels: {singleuser-server: {pod: {component: singleuser-server}}}}"))
            .put("jupyterhub", tree(jupyterhub))
            .build();
    return new Blueprint(hub, values);
  }

  /** The blueprint of a hub without values. */
  public static Blueprint blueprint() {
    return blueprint(hub(), "{}");
  }

  /** Objects, each a YAML document whose values stand in the hub's file. */
  public static List<Manifest> manifests(String... documents) {
    return Stream.of(documents).map(document -> manifest(FILE, document, Layer.HUB)).toList();
  }

  /** One object whose values stand in that file. */
  public static Manifest manifest(String file, String document, Layer layer) {
    return new Manifest("hub", tree(file, document, layer));
  }

  /** The names of the rules and the messages, one line each. */
  public static List<String> told(List<Diagnostic> problems) {
    return problems.stream().map(problem -> problem.rule() + ": " + problem.message()).toList();
  }

  /** The hint of the only problem. */
  public static Optional<String> hint(List<Diagnostic> problems) {
    if (problems.size() != 1) {
      throw new AssertionError("expected one problem, found " + problems);
    }
    return problems.get(0).hint();
  }
}
