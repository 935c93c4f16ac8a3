package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;

/**
 * The upstream release: its default values, its images and packages, and where we depart from it.
 */
public final class Upstream {
  private static final String VERSIONS = "upstream/versions.yaml";

  private final Mapping versions;
  private final Mapping defaults;
  private final Map<String, Mapping> byMinor = new ConcurrentHashMap<>();
  private final List<Departure> departures;

  /** Reads {@code upstream/} on the shelf. */
  public Upstream(Shelf shelf) {
    versions = shelf.tree(VERSIONS, Layer.UPSTREAM);
    Mapping values = Mapping.empty(versions.origin());
    for (String file : shelf.files("upstream", "/defaults.yaml")) {
      values = TreeMerge.merge(values, shelf.tree(file, Layer.UPSTREAM));
    }
    defaults = values;
    departures = departures(shelf);
  }

  /**
   * The default values of the chart for a cluster of that minor, below the root {@code jupyterhub};
   * the same tree each time.
   */
  public Mapping defaults(String minor) {
    return byMinor.computeIfAbsent(minor, this::withImages);
  }

  private Mapping withImages(String minor) {
    Mapping tree = Mapping.builder(defaults.origin()).put("jupyterhub", defaults).build();
    Mapping images = versions.get("images").flatMap(Node::mapping).orElseThrow();
    for (Map.Entry<String, Mapping.Entry> image : images.entries().entrySet()) {
      ValuePath path = ValuePath.parse(image.getKey()).orElseThrow();
      tree = TreeMerge.merge(tree, nested(path, image(image.getValue().value(), minor)));
    }
    return tree;
  }

  private static Mapping image(Node image, String minor) {
    Node tag = image.at(ValuePath.of("byMinor", minor)).or(() -> image.get("tag")).orElseThrow();
    Optional<Node> digest = image.get("digest");
    Node pinned =
        digest.isEmpty()
            ? tag
            : Scalar.string(
                tag.string().orElseThrow() + "@" + digest.get().string().orElseThrow(),
                tag.origin());
    return Mapping.builder(image.origin())
        .put("name", image.get("name"))
        .put("tag", pinned)
        .build();
  }

  private static Mapping nested(ValuePath path, Mapping leaf) {
    Mapping tree = leaf;
    for (int i = path.segments().size() - 1; i >= 0; i--) {
      String key = ((ValuePath.Key) path.segments().get(i)).name();
      tree = Mapping.builder(leaf.origin()).put(key, tree).build();
    }
    return tree;
  }

  /** The chart's version. */
  public String chartVersion() {
    return versions.at("chart.version").flatMap(Node::string).orElseThrow();
  }

  /** Versions of the chart, the application, packages and images, as they stand on the shelf. */
  public Mapping versions() {
    return versions;
  }

  /** Our departures, in the order of the shelf. */
  public List<Departure> departures() {
    return departures;
  }

  private static List<Departure> departures(Shelf shelf) {
    String file = "upstream/departures.yaml";
    Sequence list = shelf.list(file, Layer.DEPARTURE);
    List<Departure> found = new ArrayList<>();
    for (Node entry : list.items()) {
      Mapping values =
          entry.get("values").flatMap(Node::mapping).orElse(Mapping.empty(entry.origin()));
      found.add(
          new Departure(
              text(entry, "name"),
              text(entry, "upstream"),
              text(entry, "ours"),
              text(entry, "why"),
              text(entry, "restore"),
              values));
    }
    return List.copyOf(found);
  }

  private static String text(Node entry, String key) {
    return entry
        .get(key)
        .flatMap(Node::string)
        .orElseThrow(() -> new IllegalStateException("departure without " + key));
  }
}
