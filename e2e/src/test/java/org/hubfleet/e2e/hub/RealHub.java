package org.hubfleet.e2e.hub;

import io.kubernetes.client.openapi.models.V1Taint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hubfleet.author.ImportRequest;
import org.hubfleet.author.Imported;
import org.hubfleet.author.Importer;
import org.hubfleet.author.InputFile;
import org.hubfleet.e2e.node.NodePlan;
import org.hubfleet.model.Layered;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Dialect;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.YamlReader;

/**
 * The hub of the samples (outside the repository, {@code -Dhubs.samples}) that says most in values
 * of its own.
 *
 * @param cluster the folder of its cluster
 * @param name of the hub in its {@code cluster.yaml}
 * @param files its values files, in their order
 * @param weight how many values it sets
 */
record RealHub(Path cluster, String name, List<Path> files, int weight) {
  private static final String STAND_IN = "maven-plugin/src/test/resources/real-fleet/fleet.yaml";

  /** Who is in every group that limits something. */
  static final List<String> MEMBERS =
      Stream.concat(Stream.of("ada"), IntStream.range(0, 40).mapToObj(i -> "reader" + i)).toList();

  /** The heaviest hub; absent without samples. */
  static Optional<RealHub> heaviest() {
    Path samples = Path.of(System.getProperty("hubs.samples", "")).resolve("fleet");
    if (System.getProperty("hubs.samples", "").isEmpty() || !Files.isDirectory(samples)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(samples)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("cluster.yaml")))
          .sorted()
          .flatMap(folder -> hubs(folder).stream())
          .max(Comparator.comparingInt(RealHub::weight));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<RealHub> hubs(Path folder) {
    List<RealHub> found = new ArrayList<>();
    for (Node hub : items(tree(folder.resolve("cluster.yaml")), "hubs")) {
      List<Path> files =
          items(hub, "helm_chart_values_files").stream()
              .map(file -> folder.resolve(file.string().orElseThrow()))
              .toList();
      int weight =
          files.stream().filter(Files::isRegularFile).mapToInt(file -> scalars(tree(file))).sum();
      found.add(
          new RealHub(folder, hub.get("name").flatMap(Node::string).orElseThrow(), files, weight));
    }
    return found;
  }

  /** Imports it into a config folder; its login becomes the one of the suite. */
  Preparation prepare(Stage stage) throws IOException {
    Path root = stage.suite().work("real-" + stage.column().suffix());
    Path config = Files.createDirectories(root.resolve("config/clusters")).getParent();
    Files.copy(stage.suite().root().resolve(STAND_IN), config.resolve("fleet.yaml"));
    Files.writeString(
        config.resolve("clusters/real.yaml"), "provider: other\nkubernetes: \"1.34\"\n");
    Imported imported = imported(config);
    Files.createDirectories(root.resolve(imported.file()).getParent());
    Files.writeString(root.resolve(imported.file()), imported.text());
    return stage
        .prepare("real-" + name, config, "real/" + name)
        .replacing("The login of the suite.", login(imported.tree()))
        .secrets(imported.tree())
        .nodes(nodes(imported.tree()))
        .sharedClaim("home-nfs");
  }

  /** Anybody may come in; the people of the suite but the stranger are in every group. */
  private static String login(Mapping hub) {
    String groups =
        Limits.of(hub).stream()
            .map(group -> "\"%s\": {users: [%s]}".formatted(group, String.join(", ", MEMBERS)))
            .collect(Collectors.joining(", "));
    return "hub: {config: {JupyterHub: {authenticator_class: dummy, load_groups: {%s}}}}"
        .formatted(groups);
  }

  private Imported imported(Path config) throws IOException {
    List<InputFile> values = new ArrayList<>();
    List<InputFile> keys = new ArrayList<>();
    for (Path file : files) {
      Path list = file.resolveSibling(file.getFileName() + ".keys");
      if (Files.isRegularFile(file)) {
        values.add(new InputFile(file.getFileName().toString(), Files.readString(file)));
      } else if (Files.isRegularFile(list)) {
        keys.add(new InputFile(list.getFileName().toString(), Files.readString(list)));
      }
    }
    Optional<Node> defaults =
        new ConfigReader()
            .read(config)
            .value()
            .orElseThrow()
            .at("config/fleet.yaml")
            .flatMap(SourceFile::tree)
            .flatMap(tree -> tree.get("defaults"));
    ImportRequest request =
        ImportRequest.of("real", name, "real", values)
            .withSecretKeys(keys)
            .withExtensions(Layered.extensions(defaults));
    return new Importer(Shelf.open()).read(request).value().orElseThrow();
  }

  /** A node for each set of labels that a profile asks for. */
  private static List<NodePlan> nodes(Mapping hub) {
    List<NodePlan> plans = new ArrayList<>();
    Map<String, String> room = Map.of("cpu", "64", "memory", "512Gi", "nvidia.com/gpu", "8");
    for (Map<String, String> labels : NodeSelectors.of(hub)) {
      String name = "real-" + plans.size() + "-" + Math.abs(labels.hashCode());
      plans.add(new NodePlan(name, labels, List.<V1Taint>of(), room));
    }
    return plans;
  }

  private static int scalars(Node node) {
    if (node instanceof Mapping map) {
      return map.entries().values().stream().mapToInt(entry -> scalars(entry.value())).sum();
    }
    return node instanceof Sequence list
        ? list.items().stream().mapToInt(RealHub::scalars).sum()
        : 1;
  }

  private static Node tree(Path file) {
    try {
      return YamlReader.ofConfig()
          .read(file.toString(), Files.readString(file), Layer.CLUSTER, Dialect.HELM)
          .value()
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }
}
