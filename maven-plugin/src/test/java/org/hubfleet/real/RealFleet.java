package org.hubfleet.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.author.ImportRequest;
import org.hubfleet.author.Imported;
import org.hubfleet.author.Importer;
import org.hubfleet.author.InputFile;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Layered;
import org.hubfleet.schema.Extension;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Dialect;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.YamlReader;

/**
 * Real hubs as one fleet of ours: every hub that the {@code cluster.yaml} files of a folder list,
 * imported from its values files in their order. Files whose names start with {@code enc-} are
 * absent; a list beside each says which paths they hold.
 */
public final class RealFleet {
  private static final Map<String, String> PROVIDERS =
      Map.of("aws", "eks", "gcp", "gke", "azure", "aks", "kubeconfig", "other");

  /** The Ingress of real hubs is switched on by the chart around them. */
  private static final String ENTRY = "entry: {kind: ingress, class: nginx}\n";

  private final Path samples;
  private final Path root;
  private final Shelf shelf = Shelf.open();
  private final Importer importer = new Importer(shelf);
  private final Map<String, Imported> hubs = new LinkedHashMap<>();

  /**
   * Imports every hub.
   *
   * @param samples has a folder a cluster
   * @param root where {@code config/} is made
   * @param standIn text of the fleet file, in place of what the charts around the hubs say
   */
  public RealFleet(Path samples, Path root, String standIn) {
    this.samples = samples;
    this.root = root;
    write("config/fleet.yaml", standIn);
    Sources fleet = new ConfigReader().read(config()).value().orElseThrow();
    for (Path folder : folders()) {
      importCluster(folder, fleet);
    }
  }

  /** The fleet file that stands in for the charts around the real hubs. */
  public static String standIn() {
    try (InputStream in = RealFleet.class.getResourceAsStream("/real-fleet/fleet.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The same without values that hubs may say in lines of their own, which it would replace. */
  public static String bareStandIn() {
    String text = standIn();
    int from = text.indexOf("        singleuser:\n");
    return text.substring(0, from) + text.substring(text.indexOf("        hub:\n"));
  }

  /** The folder to compile. */
  public Path config() {
    return root.resolve("config");
  }

  /** What was imported, by the path of the hub file. */
  public Map<String, Imported> hubs() {
    return hubs;
  }

  private List<Path> folders() {
    try (Stream<Path> all = Files.list(samples)) {
      return all.filter(folder -> Files.isRegularFile(folder.resolve("cluster.yaml")))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void importCluster(Path folder, Sources fleet) {
    String cluster = name(folder.getFileName().toString());
    Node facts = tree(folder.resolve("cluster.yaml"));
    List<String> minors = KubernetesBundle.minors(shelf);
    String provider = PROVIDERS.get(text(facts, "provider").orElseThrow());
    String minor = minors.get(minors.size() / 2);
    write(
        "config/clusters/" + cluster + ".yaml",
        "provider: " + provider + "\nkubernetes: \"" + minor + "\"\n" + ENTRY);
    for (Node hub : items(facts, "hubs")) {
      importHub(folder, cluster, hub, fleet);
    }
  }

  private void importHub(Path folder, String cluster, Node hub, Sources fleet) {
    List<InputFile> values = new ArrayList<>();
    List<InputFile> keys = new ArrayList<>();
    for (Node file : items(hub, "helm_chart_values_files")) {
      String name = file.string().orElseThrow();
      boolean encrypted = name.startsWith("enc-");
      Path path = folder.resolve(encrypted ? name + ".keys" : name);
      if (!encrypted || Files.isRegularFile(path)) {
        (encrypted ? keys : values).add(input(path));
      }
    }
    ImportRequest request =
        ImportRequest.of(cluster, name(text(hub, "name").orElseThrow()), cluster, values)
            .withSecretKeys(keys)
            .withDomain(text(hub, "domain").orElseThrow())
            .withExtensions(extensions(fleet));
    Outcome<Imported> outcome = importer.read(request);
    Imported imported =
        outcome
            .value()
            .orElseThrow(() -> new AssertionError(request.file() + ": " + outcome.diagnostics()));
    hubs.put(imported.file(), imported);
    write(imported.file(), imported.text());
  }

  private static List<Extension> extensions(Sources fleet) {
    return Layered.extensions(
        fleet
            .at("config/fleet.yaml")
            .flatMap(SourceFile::tree)
            .flatMap(tree -> tree.get("defaults")));
  }

  /** Hub ids start with a letter. */
  private static String name(String name) {
    return Character.isDigit(name.charAt(0)) ? "the-" + name : name;
  }

  private InputFile input(Path file) {
    return new InputFile(samples.relativize(file).toString().replace('\\', '/'), read(file));
  }

  private static Node tree(Path file) {
    return YamlReader.ofConfig()
        .read(file.toString(), read(file), Layer.CLUSTER, Dialect.HELM)
        .value()
        .orElseThrow();
  }

  private static Optional<String> text(Node node, String key) {
    return node.get(key).flatMap(Node::string);
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
