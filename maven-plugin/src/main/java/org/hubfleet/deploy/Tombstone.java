package org.hubfleet.deploy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.ObjectKey;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.review.Protection;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * What is left on the cluster of a hub that is gone: {@code <cluster>/tombstones/<hub>.yaml}. It
 * stays until a hub of that name is deployed there again.
 */
final class Tombstone {
  private static final String FOLDER = "/tombstones/";
  private static final Origin OURS = Origin.at(Place.ofFile("tombstones"), Layer.COMPILER);
  private static final String ABOUT =
      "# This hub is gone. What remains is on the cluster until somebody deletes it there.\n";

  private Tombstone() {}

  /** Where that of a hub stands. */
  static String path(Part hub) {
    return hub.cluster().orElseThrow() + FOLDER + hub.hub().orElseThrow() + ".yaml";
  }

  /** Whether the path is that of one. */
  static boolean isTombstone(String path) {
    int at = path.indexOf('/');
    return at > 0 && path.startsWith(FOLDER, at) && path.indexOf('/', at + FOLDER.length()) < 0;
  }

  /** The hub that the tombstone at that path is of. */
  static Part part(String path) {
    String[] steps = path.split("/", -1);
    return Part.hub(steps[0], steps[2].replaceFirst("\\.yaml$", ""));
  }

  /** Reads what {@link #text} wrote; what cannot be read is empty. */
  static Holdings.Ended parse(String text) {
    Optional<Node> tree = YamlReader.ofOurs().read("tombstones", text, Layer.COMPILER).value();
    List<String> remains =
        tree.flatMap(node -> node.get("remains")).flatMap(Node::sequence).stream()
            .flatMap(list -> list.items().stream())
            .map(item -> word(item, "kind") + "/" + word(item, "name"))
            .toList();
    return new Holdings.Ended(tree.map(node -> word(node, "ended")).orElse(""), remains);
  }

  private static String word(Node tree, String key) {
    return tree.get(key).flatMap(Node::string).orElse("");
  }

  /** That of a hub that is removed. */
  static String text(PartChange removed, String source, Instant now) {
    Optional<Mapping> continuity = removed.before().continuity();
    List<Mapping> remains = new ArrayList<>();
    for (Mapping object : removed.before().objects()) {
      if (Protection.isKept(object)) {
        ObjectKey.of(object).map(Tombstone::entry).ifPresent(remains::add);
      }
    }
    Mapping tree =
        Mapping.builder(OURS)
            .put("hub", removed.part().hub().orElseThrow())
            .put("cluster", removed.part().cluster().orElseThrow())
            .put("ended", now.truncatedTo(ChronoUnit.SECONDS).toString())
            .put("source", source)
            .put("file", value(continuity, "file"))
            .put("namespace", value(continuity, "namespace"))
            .put("homes", value(continuity, "homes"))
            .put("database", value(continuity, "database"))
            .put("remains", Sequence.of(remains, OURS))
            .build();
    return ABOUT + YamlWriter.write(tree);
  }

  private static Optional<Node> value(Optional<Mapping> continuity, String key) {
    return continuity.flatMap(tree -> tree.get(key));
  }

  private static Mapping entry(ObjectKey key) {
    Mapping.Builder entry = Mapping.builder(OURS).put("kind", key.kind());
    if (!key.namespace().isEmpty()) {
      entry.put("namespace", Scalar.string(key.namespace(), OURS));
    }
    return entry.put("name", key.name()).build();
  }
}
