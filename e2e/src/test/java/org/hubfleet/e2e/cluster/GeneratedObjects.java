package org.hubfleet.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/**
 * The Kubernetes objects in a compiled tree.
 *
 * @param folder such as {@code generated/}
 */
public record GeneratedObjects(Path folder) {
  /** Names of its clusters. */
  public List<String> clusters() throws IOException {
    return folders(folder);
  }

  /** Ids of the hubs of a cluster. */
  public List<String> hubs(String cluster) throws IOException {
    return folders(folder.resolve(cluster).resolve("hubs"));
  }

  /** What is cluster-wide or above a hub. */
  public List<Node> platform(String cluster) throws IOException {
    return below(folder.resolve(cluster).resolve("platform"));
  }

  /** The objects of one hub. */
  public List<Node> hub(String cluster, String hub) throws IOException {
    return below(folder.resolve(cluster).resolve("hubs").resolve(hub));
  }

  /** What is cluster-wide or above one hub. */
  public List<Node> platform(String cluster, String hub) throws IOException {
    return in(folder.resolve(cluster).resolve("platform").resolve(hub + ".yaml"));
  }

  /** The objects of one file, in their order. */
  public static List<Node> in(Path file) throws IOException {
    List<Node> found = new ArrayList<>();
    for (String document : Files.readString(file).split("(?m)^---$", -1)) {
      found.add(
          YamlReader.ofOurs()
              .read(file.toString(), document, Layer.COMPILER)
              .value()
              .orElseThrow());
    }
    return found;
  }

  /** All objects in the files of a folder, in the order of their names. */
  public static List<Node> below(Path folder) throws IOException {
    List<Node> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(GeneratedObjects::holdsObjects).sorted().toList()) {
        found.addAll(in(file));
      }
    }
    return found;
  }

  private static List<String> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static boolean holdsObjects(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml")
        && !name.equals("kustomization.yaml")
        && !name.equals("continuity.yaml")
        && !name.startsWith(".");
  }
}
