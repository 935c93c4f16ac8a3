package org.hubfleet.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.author.Imported;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * The facts of real clusters that the values of their hubs let one tell: a pool for every machine
 * type that some server asks for, with a card where one asks for a card there, and as whom servers
 * act towards the provider.
 */
final class RealPools {
  private static final String CARD = "nvidia.com/gpu";
  private static final String LABEL = "node.kubernetes.io/instance-type";

  /** What identities belong to, which no values say; nothing that is compared follows from it. */
  private static final Map<String, String> ACCOUNTS =
      Map.of(
          "eks",
          "identity: {account: \"000000000000\"}\nbuckets: {prefix: sample}\n",
          "gke",
          "identity: {account: sample-project}\nbuckets: {prefix: sample}\n");

  /** All of them keep homes on a file server of their own. */
  private static final String FILE_SERVER =
      "storage: {homes: {nfs: {server: homes.example, path: /export}}}\n";

  private RealPools() {}

  static Sources added(Sources sources, RealFleet fleet) {
    Map<String, Set<String>> machines = new TreeMap<>();
    Map<String, Set<String>> carded = new TreeMap<>();
    for (Imported hub : fleet.hubs().values()) {
      String cluster = hub.tree().get("cluster").flatMap(Node::string).orElseThrow();
      collect(hub.tree(), machines.computeIfAbsent(cluster, name -> new TreeSet<>()));
      cards(hub.tree(), carded.computeIfAbsent(cluster, name -> new TreeSet<>()));
    }
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      Set<String> found = machines.getOrDefault(file.name(), Set.of());
      files.add(
          file.kind() == SourceFile.Kind.CLUSTER
              ? with(file, found, carded.getOrDefault(file.name(), Set.of()))
              : file);
    }
    return new Sources(files, sources.attachments());
  }

  private static void collect(Node node, Set<String> machines) {
    if (node instanceof Mapping map) {
      map.get(LABEL).flatMap(Node::string).ifPresent(machines::add);
      map.entries().values().forEach(entry -> collect(entry.value(), machines));
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, machines));
    }
  }

  /** Machines that are asked for together with a card. */
  private static void cards(Node node, Set<String> machines) {
    if (node instanceof Mapping map) {
      Optional<Node> card = map.get("extra_resource_limits").flatMap(limits -> limits.get(CARD));
      map.get("node_selector")
          .filter(labels -> card.isPresent())
          .flatMap(labels -> labels.get(LABEL))
          .flatMap(Node::string)
          .ifPresent(machines::add);
      map.entries().values().forEach(entry -> cards(entry.value(), machines));
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> cards(item, machines));
    }
  }

  private static SourceFile with(SourceFile file, Set<String> machines, Set<String> carded) {
    StringBuilder text = new StringBuilder(YamlWriter.write(file.tree().orElseThrow()));
    text.append(FILE_SERVER);
    file.tree()
        .flatMap(tree -> tree.get("provider"))
        .flatMap(Node::string)
        .map(ACCOUNTS::get)
        .ifPresent(text::append);
    text.append(machines.isEmpty() ? "" : "pools:\n");
    machines.forEach(
        machine ->
            text.append("  ")
                .append(machine.replace('.', '-'))
                .append(": {machine: ")
                .append(machine)
                .append(carded.contains(machine) ? ", gpu: {type: t4, count: 1}" : "")
                .append(", max: 100}\n"));
    Node tree =
        YamlReader.ofConfig()
            .read(file.path(), text.toString(), Layer.CLUSTER)
            .value()
            .orElseThrow();
    return new SourceFile(file.kind(), file.path(), text.toString(), Optional.of(tree));
  }
}
