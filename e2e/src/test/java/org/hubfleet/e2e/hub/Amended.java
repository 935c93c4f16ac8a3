package org.hubfleet.e2e.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * A copy of a config folder in which one hub has a namespace and a release of its own and, at the
 * end of its overrides, what the suite has to replace.
 *
 * @param folder the copy
 * @param file of the hub in it
 */
record Amended(Path folder, Path file) {
  /** Copies a config folder. */
  static Amended copy(Path config, String communityAndFile, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(config)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(config.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return new Amended(to, to.resolve("communities").resolve(communityAndFile + ".yaml"));
  }

  /** Sets a key of the hub file. */
  Amended with(String key, String text) throws IOException {
    Mapping tree = tree();
    return write(tree.with(key, Scalar.string(text, tree.origin())));
  }

  /** Adds a block of overrides, given as upstream values. */
  Amended with(String why, Node values) throws IOException {
    Mapping tree = tree();
    Mapping block =
        Mapping.builder(tree.origin())
            .put("why", why)
            .put("values", Mapping.builder(tree.origin()).put("jupyterhub", values).build())
            .build();
    List<Node> blocks = new ArrayList<>();
    Optional<Sequence> present = tree.get("overrides").flatMap(Node::sequence);
    present.ifPresent(list -> blocks.addAll(list.items()));
    blocks.add(block);
    return write(tree.with("overrides", Sequence.of(blocks, tree.origin())));
  }

  private Mapping tree() throws IOException {
    return YamlReader.ofConfig()
        .read(file.toString(), Files.readString(file), Layer.HUB)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }

  private Amended write(Mapping tree) throws IOException {
    Files.writeString(file, YamlWriter.write(tree));
    return this;
  }
}
