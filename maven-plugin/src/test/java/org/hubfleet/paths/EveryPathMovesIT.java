package org.hubfleet.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.TraitCatalogue;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Changes the value at every path of the vocabulary, in several hubs, and sees which fields of
 * which objects move. A path that moves nothing is listed with the reason in {@code
 * paths/that-move-nothing.txt}; {@code -Dpaths.update} rewrites that list, and the diff is the
 * review. The whole table goes to {@code target/every-path-moves.tsv}.
 */
class EveryPathMovesIT {
  private static final Path RESOURCES = Path.of("src/test/resources/paths");
  private static final Path LIST = RESOURCES.resolve("that-move-nothing.txt");
  private static final Path TABLE = Path.of("target/every-path-moves.tsv");
  private static final String UNEXPLAINED = "no reason is known";

  @Test
  void everyPathMovesAFieldOrIsListedWithTheReason() throws IOException {
    JsonNode document = vocabulary().whole().document();
    OtherValue other = new OtherValue(document);
    List<Base> bases = bases();
    SortedMap<String, String> table = new TreeMap<>();
    SortedMap<String, String> idle = new TreeMap<>();
    for (ValuePaths.Leaf leaf : ValuePaths.of(document)) {
      String moved = moved(leaf, bases, other);
      table.put(leaf.path().toString(), moved);
      if (moved.isEmpty()) {
        idle.put(leaf.path().toString(), leaf.reason().orElse(UNEXPLAINED));
      }
    }
    Files.writeString(TABLE, lines(table, "\t"));
    Map<String, String> listed = listed();
    idle.replaceAll(
        (path, reason) -> reason.equals(UNEXPLAINED) ? listed.getOrDefault(path, reason) : reason);
    if (Boolean.getBoolean("paths.update")) {
      Files.writeString(LIST, lines(idle, ": "));
    }

    assertThat(table).hasSizeGreaterThan(800);
    assertThat(idle).as("paths that move nothing, see " + LIST).isEqualTo(listed());
    assertThat(idle.values()).doesNotContain(UNEXPLAINED);
  }

  private static Vocabulary vocabulary() {
    Shelf shelf = Shelf.open();
    return new Vocabulary(shelf, KubernetesBundle.of(shelf, "1.35"), new TraitCatalogue(shelf));
  }

  private static List<Base> bases() throws IOException {
    List<Base> bases = new ArrayList<>();
    try (Stream<Path> files = Files.list(RESOURCES.resolve("bases"))) {
      for (Path file : files.sorted().toList()) {
        Mapping tree =
            YamlReader.ofConfig()
                .read(file.toString(), Files.readString(file), Layer.HUB)
                .value()
                .flatMap(Node::mapping)
                .orElseThrow();
        bases.add(Base.of(file.getFileName().toString().replace(".yaml", ""), tree));
      }
    }
    return bases;
  }

  /** The base in which something moves first, and what; empty when nothing ever does. */
  private static String moved(ValuePaths.Leaf leaf, List<Base> bases, OtherValue other) {
    for (Base base : bases) {
      List<String> fields = base.moves(leaf, other);
      if (!fields.isEmpty()) {
        return base.name() + "\t" + String.join(", ", fields);
      }
    }
    return "";
  }

  private static String lines(SortedMap<String, String> table, String between) {
    StringBuilder text = new StringBuilder();
    table.forEach((path, rest) -> text.append(path).append(between).append(rest).append('\n'));
    return text.toString();
  }

  private static SortedMap<String, String> listed() throws IOException {
    SortedMap<String, String> listed = new TreeMap<>();
    for (String line : Files.exists(LIST) ? Files.readAllLines(LIST) : List.<String>of()) {
      String[] parts = line.split(": ", 2);
      listed.put(parts[0], parts[1]);
    }
    return listed;
  }
}
