package org.hubfleet.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.distribution.Distribution;
import org.hubfleet.schema.Extension;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.ValuePath;

/**
 * One file as a layer of upstream values: what it says, for which hubs, and which keys it may use
 * that upstream does not know.
 *
 * @param hubs that the layer is part of; empty when there is none yet
 * @param values one tree a block, by root, in the order of the file
 * @param own extensions that the file itself declares
 * @param extensions its own and those of the layers it stands on
 */
public record Layered(
    SourceFile file,
    List<Hub> hubs,
    List<Node> values,
    List<Extension> own,
    List<Extension> extensions) {
  public Layered {
    hubs = List.copyOf(hubs);
    values = List.copyOf(values);
    own = List.copyOf(own);
    extensions = List.copyOf(extensions);
  }

  /** The layers of a fleet, sorted by file. */
  public static List<Layered> of(Fleet fleet) {
    Map<String, List<Hub>> ofFile = new LinkedHashMap<>();
    Map<String, List<Hub>> ofCommunity = new LinkedHashMap<>();
    Map<String, List<Hub>> ofDistribution = new LinkedHashMap<>();
    for (Hub hub : fleet.hubs()) {
      ofFile.computeIfAbsent(hub.file(), f -> new ArrayList<>()).add(hub);
      ofCommunity.computeIfAbsent(hub.community(), c -> new ArrayList<>()).add(hub);
      for (Distribution one : hub.distributions()) {
        ofDistribution.computeIfAbsent(one.file(), f -> new ArrayList<>()).add(hub);
      }
    }
    Map<String, List<Extension>> declared = new LinkedHashMap<>();
    for (SourceFile file : fleet.sources().files()) {
      declared.put(file.path(), extensions(tree(file)));
    }
    List<Layered> layers = new ArrayList<>();
    for (SourceFile file : fleet.sources().files()) {
      List<Hub> hubs =
          switch (file.kind()) {
            case FLEET -> fleet.hubs();
            case COMMUNITY -> ofCommunity.getOrDefault(file.community(), List.of());
            case HUB -> ofFile.getOrDefault(file.path(), List.of());
            case DISTRIBUTION -> ofDistribution.getOrDefault(file.path(), List.of());
            case CLUSTER, SECRET -> List.of();
          };
      if (file.kind() != SourceFile.Kind.CLUSTER && file.kind() != SourceFile.Kind.SECRET) {
        layers.add(
            new Layered(
                file,
                hubs,
                values(tree(file)),
                declared.get(file.path()),
                standingOn(file, hubs, declared)));
      }
    }
    return layers;
  }

  /** The part of a file that speaks the language of hubs. */
  private static Optional<Node> tree(SourceFile file) {
    boolean defaults =
        file.kind() == SourceFile.Kind.FLEET || file.kind() == SourceFile.Kind.COMMUNITY;
    return defaults ? file.tree().flatMap(tree -> tree.get("defaults")) : file.tree();
  }

  private static List<Extension> standingOn(
      SourceFile file, List<Hub> hubs, Map<String, List<Extension>> declared) {
    List<Extension> all = new ArrayList<>(declared.getOrDefault("config/fleet.yaml", List.of()));
    if (file.kind() != SourceFile.Kind.FLEET) {
      hubs.stream()
          .flatMap(hub -> hub.distributions().stream())
          .map(Distribution::file)
          .filter(used -> !used.equals(file.path()))
          .distinct()
          .forEach(used -> all.addAll(declared.getOrDefault(used, List.of())));
    }
    if (file.kind() == SourceFile.Kind.HUB) {
      String community = "config/communities/" + file.community() + "/community.yaml";
      all.addAll(declared.getOrDefault(community, List.of()));
    }
    if (file.kind() != SourceFile.Kind.FLEET) {
      all.addAll(declared.get(file.path()));
    }
    return all;
  }

  private static List<Node> values(Optional<Node> tree) {
    return items(tree, "overrides").stream().flatMap(b -> b.get("values").stream()).toList();
  }

  private static List<Node> items(Optional<Node> tree, String key) {
    return tree.flatMap(t -> t.get(key))
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of());
  }

  /** The extensions that a tree in the language of hubs declares. */
  public static List<Extension> extensions(Optional<Node> tree) {
    List<Extension> found = new ArrayList<>();
    for (Node item : items(tree, "extensions")) {
      Optional<ValuePath> path = item.get("path").flatMap(Node::string).flatMap(ValuePath::parse);
      String type = item.get("type").flatMap(Node::string).orElse("any");
      path.ifPresent(
          pattern ->
              found.add(new Extension(pattern, type, item.get("path").get().origin().place())));
    }
    return found;
  }
}
