package org.hubfleet.e2e.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hubfleet.e2e.node.Images;
import org.hubfleet.e2e.node.NodePlan;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/** Collects what a hub needs before it boots, then boots it. */
final class Preparation {
  private final Stage stage;
  private final String id;
  private final Path work;
  private final List<Consumer<LiveHub>> gifts = new ArrayList<>();
  private UnaryOperator<CompiledCase> damage = UnaryOperator.identity();
  private Amended amended;
  private int compilations;

  Preparation(Stage stage, String id, Amended amended, Path work) {
    this.stage = stage;
    this.id = id;
    this.amended = amended;
    this.work = work;
  }

  /** Replaces upstream values at the end of the hub's overrides, given as YAML. */
  Preparation replacing(String why, String values) throws IOException {
    Node tree = YamlReader.ofConfig().read(why, values, Layer.HUB).value().orElseThrow();
    amended = amended.with(why, tree);
    return this;
  }

  /** A Secret that the community has put into its namespace. */
  Preparation secret(String name, Map<String, String> texts) {
    gifts.add(hub -> hub.objects().createSecret(name, texts));
    return this;
  }

  /** The Secrets that the lines of a hub file refer to, with a text of the suite in each key. */
  Preparation secrets(Mapping hub) {
    Map<String, Map<String, String>> keys = new TreeMap<>();
    hub.get("secrets")
        .flatMap(Node::mapping)
        .ifPresent(
            lines ->
                lines
                    .entries()
                    .values()
                    .forEach(
                        line ->
                            line.value()
                                .get("key")
                                .flatMap(Node::string)
                                .ifPresent(
                                    key ->
                                        keys.computeIfAbsent(
                                                line.value()
                                                    .get("secret")
                                                    .flatMap(Node::string)
                                                    .orElseThrow(),
                                                name -> new TreeMap<>())
                                            .put(key, "known to the suite"))));
    keys.forEach(this::secret);
    return this;
  }

  /** Nodes beside those of the cluster file. */
  Preparation nodes(List<NodePlan> plans) {
    stage.nodes().addNodes(plans);
    return this;
  }

  /** A claim that the platform has put into the namespace, for many to write. */
  Preparation sharedClaim(String name) {
    gifts.add(hub -> hub.objects().createSharedClaim(name));
    return this;
  }

  /** Breaks what was compiled before it is applied, to see that somebody notices. */
  Preparation breaking(UnaryOperator<CompiledCase> change) {
    damage = change;
    return this;
  }

  /** Compiles what the config says now. */
  CompiledCase compile() throws IOException {
    return CompiledCase.of(amended.folder(), id, work.resolve("generated-" + compilations++));
  }

  /** Applies everything and waits until the hub is ready. */
  LiveHub boot() throws IOException {
    return apply().awaitReady();
  }

  /** Applies everything. */
  LiveHub apply() throws IOException {
    CompiledCase compiled = damage.apply(compile());
    String cluster = compiled.hub().cluster().name();
    stage.nodes().addNodes(NodePlan.of(cluster, compiled.hub().cluster().tree()));
    stage
        .nodes()
        .serve(compiled.namespace(), new Images(stage.suite().tools(), stage.column().kit()));
    LiveHub hub = new LiveHub(stage.suite().api(), stage.nodes(), compiled).applyPlatform();
    gifts.forEach(gift -> gift.accept(hub));
    return hub.applyObjects();
  }
}
