package org.hubfleet.deploy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hubfleet.compare.Part;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * What the deployment repository notes of a hub beside its files, or of the fleet at its root: by
 * what it was last changed.
 *
 * @param source commit of the source, 40 hexadecimal digits; followed by {@code -dirty} when not
 *     everything was committed, {@code none} without a checkout
 * @param compiler version of the output
 * @param digest of the files, {@code sha256:...}
 * @param date of the deployment, UTC
 */
public record Record(String source, String compiler, String digest, Instant date) {
  /** The name of the file; a kustomization never lists it. */
  static final String NAME = ".deployed.yaml";

  private static final Origin OURS = Origin.at(Place.ofFile(NAME), Layer.COMPILER);

  /** Where the note of a hub stands. */
  static String path(Part hub) {
    return hub.cluster().orElseThrow() + "/hubs/" + hub.hub().orElseThrow() + "/" + NAME;
  }

  /** Whether the path is that of a note. */
  static boolean isRecord(String path) {
    return path.equals(NAME) || path.endsWith("/" + NAME);
  }

  /** As it stands in the repository. */
  String text() {
    return YamlWriter.write(
        Mapping.builder(OURS)
            .put("source", source)
            .put("compiler", compiler)
            .put("digest", digest)
            .put("date", date.truncatedTo(ChronoUnit.SECONDS).toString())
            .build());
  }

  /** Reads what {@link #text} wrote; absent for anything else. */
  static Optional<Record> parse(String text) {
    Optional<Node> tree = YamlReader.ofOurs().read(NAME, text, Layer.COMPILER).value();
    try {
      return tree.map(
          node ->
              new Record(
                  word(node, "source"),
                  word(node, "compiler"),
                  word(node, "digest"),
                  Instant.parse(word(node, "date"))));
    } catch (RuntimeException handMade) {
      return Optional.empty();
    }
  }

  private static String word(Node tree, String key) {
    return tree.get(key).flatMap(Node::string).orElseThrow();
  }
}
