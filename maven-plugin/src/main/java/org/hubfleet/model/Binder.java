package org.hubfleet.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.distribution.Distributions;
import org.hubfleet.schema.Nearest;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.ShippedDistributions;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/**
 * Binds files into a fleet: who each hub is, on which cluster it runs, and what its layers say
 * together.
 *
 * <p>Reports {@code fleet/no-fleet-file}, {@code hub/bad-id}, {@code hub/no-cluster}, {@code
 * hub/unknown-cluster}, {@code cluster/no-provider}, {@code cluster/unknown-minor}. Hubs and
 * clusters that cannot be bound are left out.
 */
public final class Binder {
  private static final RuleName NO_FLEET_FILE = RuleName.of("fleet/no-fleet-file");
  private static final RuleName BAD_ID = RuleName.of("hub/bad-id");
  private static final RuleName NO_CLUSTER = RuleName.of("hub/no-cluster");
  private static final RuleName UNKNOWN_CLUSTER = RuleName.of("hub/unknown-cluster");
  private static final RuleName UNKNOWN_MINOR = RuleName.of("cluster/unknown-minor");

  private static final List<String> ADDED = List.of("extensions", "expects");
  private static final Pattern ID = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");
  private static final int LONGEST_ID = 40;

  private final List<String> minors;
  private final CapabilityDefaults capabilities;
  private final ShippedDistributions shipped;

  /**
   * @param minors of Kubernetes that have a bundle of schemas, sorted
   * @param capabilities whose defaults hold where no file says otherwise
   * @param shipped distributions that hubs may name
   */
  public Binder(
      List<String> minors, List<CapabilityFolder> capabilities, ShippedDistributions shipped) {
    this.minors = List.copyOf(minors);
    this.capabilities = new CapabilityDefaults(capabilities);
    this.shipped = shipped;
  }

  /** The fleet of those files. */
  public Outcome<Fleet> bind(Sources sources) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<SourceFile> fleetFile = sources.at("config/fleet.yaml");
    if (fleetFile.isEmpty()) {
      problems.add(
          Diagnostic.error(
                  Place.ofFile("config/fleet.yaml"), NO_FLEET_FILE, "there is no fleet file")
              .hint("write config/fleet.yaml with the line \"language: 1\""));
    }
    Mapping fleet =
        fleetFile
            .flatMap(SourceFile::tree)
            .flatMap(Node::mapping)
            .orElse(empty("config/fleet.yaml", Layer.FLEET));
    Map<String, Cluster> clusters = clusters(sources, fleet, problems);
    List<String> clusterNames =
        sources.of(SourceFile.Kind.CLUSTER).stream().map(SourceFile::name).toList();
    Distributions distributions = new Distributions(shipped, sources);
    problems.addAll(distributions.problems());
    List<Hub> hubs = new ArrayList<>();
    for (SourceFile file : sources.of(SourceFile.Kind.HUB)) {
      file.tree()
          .flatMap(Node::mapping)
          .flatMap(tree -> HubLayers.of(tree, file, fleet, sources, distributions, problems))
          .flatMap(layers -> hub(file, layers, clusters, clusterNames, problems))
          .ifPresent(hubs::add);
    }
    hubs.sort(Comparator.comparing(Hub::id));
    return Outcome.of(new Fleet(fleet, List.copyOf(clusters.values()), hubs, sources), problems);
  }

  private static Mapping empty(String file, Layer layer) {
    return Mapping.empty(Origin.at(Place.ofFile(file), layer));
  }

  private Map<String, Cluster> clusters(Sources sources, Mapping fleet, List<Diagnostic> problems) {
    Map<String, Cluster> found = new TreeMap<>();
    for (SourceFile file : sources.of(SourceFile.Kind.CLUSTER)) {
      Optional<Mapping> tree = file.tree().flatMap(Node::mapping);
      Optional<Node> minor = tree.flatMap(t -> t.get("kubernetes"));
      Optional<String> provider = tree.flatMap(t -> t.get("provider")).flatMap(Node::string);
      Optional<String> known = minor.flatMap(Node::string).filter(minors::contains);
      if (minor.flatMap(Node::string).isPresent() && known.isEmpty()) {
        problems.add(
            Diagnostic.error(
                    minor.get().origin().place(),
                    UNKNOWN_MINOR,
                    "there are no schemas for Kubernetes " + minor.get().string().get())
                .hint("known minors are " + String.join(", ", minors)));
      }
      if (known.isPresent() && provider.isPresent()) {
        Mapping facts = ClusterFacts.of(tree.get(), fleet);
        found.put(file.name(), new Cluster(file.name(), provider.get(), known.get(), facts));
      }
    }
    return found;
  }

  private Optional<Hub> hub(
      SourceFile file,
      HubLayers layers,
      Map<String, Cluster> clusters,
      List<String> clusterNames,
      List<Diagnostic> problems) {
    String id = Hub.idOf(file);
    if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      problems.add(
          Diagnostic.error(
                  Place.ofFile(file.path()),
                  BAD_ID,
                  "the hub's id \""
                      + id
                      + "\" is no name of at most "
                      + LONGEST_ID
                      + " lower case letters, digits and dashes")
              .hint("the id comes from the folder and the file: rename them"));
      return Optional.empty();
    }
    return cluster(layers.own(), clusters, clusterNames, problems)
        .map(cluster -> assemble(id, file, cluster, layers));
  }

  private Hub assemble(String id, SourceFile file, Cluster cluster, HubLayers layers) {
    Mapping own = layers.own();
    List<Mapping> trees = layers.on(cluster);
    List<Hub.Override> overrides = new ArrayList<>();
    Map<String, List<Node>> added = new LinkedHashMap<>();
    for (Mapping layer : trees) {
      for (String key : ADDED) {
        added.computeIfAbsent(key, k -> new ArrayList<>()).addAll(items(layer, key));
      }
      overrides.addAll(overrides(layer));
    }
    Mapping tree = withAll(capabilities.merge(trees).from(own.origin()), added);
    return new Hub(
        id,
        file.community(),
        file.path(),
        cluster,
        tree.get("namespace").flatMap(Node::string).orElse(id),
        tree.get("release").flatMap(Node::string).orElse(id),
        tree,
        overrides,
        own.get("cluster").map(Node::origin).orElse(own.origin()),
        layers.distributions());
  }

  /** A layer adds to the extensions and expected objects of the layers below it. */
  private static Mapping withAll(Mapping merged, Map<String, List<Node>> added) {
    Mapping tree = merged;
    for (Map.Entry<String, List<Node>> list : added.entrySet()) {
      if (!list.getValue().isEmpty()) {
        Origin origin = list.getValue().get(0).origin();
        tree = tree.with(list.getKey(), Sequence.of(list.getValue(), origin));
      }
    }
    return tree;
  }

  private static List<Node> items(Mapping layer, String key) {
    return layer.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static List<Hub.Override> overrides(Mapping layer) {
    List<Hub.Override> found = new ArrayList<>();
    for (Node item : items(layer, "overrides")) {
      item.mapping()
          .ifPresent(
              block ->
                  found.add(
                      new Hub.Override(
                          block.get("values").flatMap(Node::mapping),
                          block.get("patch").flatMap(Node::mapping),
                          block)));
    }
    return found;
  }

  /** Whether a key was meant to be the cluster; that there is no such key is reported. */
  private static boolean isMisspelt(Mapping tree) {
    return tree.entries().keySet().stream()
        .anyMatch(key -> !key.equals("cluster") && Nearest.to(key, List.of("cluster")).isPresent());
  }

  private static Optional<Cluster> cluster(
      Mapping tree, Map<String, Cluster> clusters, List<String> names, List<Diagnostic> problems) {
    Optional<Node> named = tree.get("cluster").filter(node -> !node.isNull());
    if (named.isEmpty() && isMisspelt(tree)) {
      return Optional.empty();
    }
    if (named.isEmpty()) {
      problems.add(
          Diagnostic.error(
                  tree.origin().place(),
                  NO_CLUSTER,
                  "the hub does not say on which cluster it runs")
              .hint(
                  names.isEmpty()
                      ? "write config/clusters/<name>.yaml first"
                      : names.size() == 1
                          ? "write \"cluster: " + names.get(0) + "\""
                          : "write cluster: and one of " + String.join(", ", names)));
      return Optional.empty();
    }
    Optional<String> name = named.get().string();
    if (name.isPresent() && !names.contains(name.get())) {
      problems.add(
          Diagnostic.error(
                  named.get().origin().place(),
                  UNKNOWN_CLUSTER,
                  "there is no cluster \"" + name.get() + "\"")
              .hint(
                  Nearest.to(name.get(), names)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .or(
                          () ->
                              Optional.of(
                                  names.isEmpty()
                                      ? "config/clusters holds no file"
                                      : "clusters are " + String.join(", ", names)))));
    }
    return name.map(clusters::get);
  }
}
