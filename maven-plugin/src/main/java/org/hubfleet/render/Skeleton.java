package org.hubfleet.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/**
 * The tree of a rendered text, with holes where values were printed. The same text of another hub
 * is the same skeleton; only what fills it differs. Safe for threads.
 */
final class Skeleton {
  /** Key of a fragment, or list of fragments, that is laid over the map it stands in. */
  private static final String MERGE = "$merge";

  private static final Origin HOLE = Origin.at(Place.ofFile("hole"), Layer.COMPILER);
  private static final YamlReader YAML = YamlReader.ofOurs();

  private final Optional<Part> root;
  private final RenderedLines lines;

  private Skeleton(Optional<Part> root, RenderedLines lines) {
    this.root = root;
    this.lines = lines;
  }

  /**
   * Reads a rendered text; throws {@link IllegalStateException} when it is no YAML, which is a bug
   * of ours.
   *
   * @param template that printed it
   */
  static Skeleton of(String template, String text) {
    RenderedLines lines = new RenderedLines(text);
    if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return new Skeleton(Optional.empty(), lines);
    }
    Outcome<Node> read = YAML.readRendered(template, text, Skeleton::hole, Skeleton::line);
    if (read.value().isEmpty() || !read.diagnostics().isEmpty()) {
      throw new IllegalStateException(
          "template " + template + " printed no YAML: " + read.diagnostics() + "\n" + text);
    }
    return new Skeleton(read.value().map(Skeleton::part), lines);
  }

  private static Node hole(String anchor) {
    return Scalar.string(anchor, HOLE);
  }

  private static Origin line(int number) {
    return Origin.at(new Place("", number, 0), Layer.COMPILER);
  }

  /** The object, absent when the text has none. */
  Optional<Mapping> filled(OriginTable table, Origin outermost) {
    Filling filling = new Filling(table, lines.origins(table, outermost));
    return root.map(part -> part.filled(filling)).flatMap(Node::mapping);
  }

  /** What fills one skeleton: the values by number, and the origins of its lines. */
  private record Filling(OriginTable table, RenderedLines.LineOrigins lines) {}

  private interface Part {
    Node filled(Filling filling);
  }

  private record Hole(String anchor) implements Part {
    @Override
    public Node filled(Filling filling) {
      return filling.table().value(anchor);
    }
  }

  private record Fixed(Scalar value, int line) implements Part {
    @Override
    public Node filled(Filling filling) {
      return value.from(filling.lines().at(line));
    }
  }

  private record Items(List<Part> parts, int line) implements Part {
    @Override
    public Node filled(Filling filling) {
      List<Node> items = new ArrayList<>(parts.size());
      parts.forEach(part -> items.add(part.filled(filling)));
      return Sequence.of(items, filling.lines().at(line));
    }
  }

  private record Field(String key, int line, Part value) {}

  private record Fields(List<Field> fields, Optional<Part> merge, int line) implements Part {
    @Override
    public Node filled(Filling filling) {
      Mapping.Builder map = Mapping.builder(filling.lines().at(line));
      for (Field field : fields) {
        map.put(field.key(), filling.lines().at(field.line()), field.value().filled(filling));
      }
      Mapping result = map.build();
      for (Node fragment : merge.map(part -> fragments(part.filled(filling))).orElse(List.of())) {
        result = ObjectMerge.merge(result, fragment.mapping().orElseThrow());
      }
      return result;
    }

    private static List<Node> fragments(Node found) {
      return found.sequence().map(Sequence::items).orElse(List.of(found));
    }
  }

  private static Part part(Node node) {
    int line = node.origin().place().line();
    if (node.origin() == HOLE) {
      return new Hole(((Scalar) node).text());
    }
    if (node instanceof Mapping map) {
      List<Field> fields = new ArrayList<>();
      for (Map.Entry<String, Mapping.Entry> entry : map.without(MERGE).entries().entrySet()) {
        int keyLine = entry.getValue().key().place().line();
        fields.add(new Field(entry.getKey(), keyLine, part(entry.getValue().value())));
      }
      return new Fields(List.copyOf(fields), map.get(MERGE).map(Skeleton::part), line);
    }
    return node instanceof Sequence list
        ? new Items(list.items().stream().map(Skeleton::part).toList(), line)
        : new Fixed((Scalar) node, line);
  }
}
