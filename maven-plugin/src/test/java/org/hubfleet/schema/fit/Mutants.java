package org.hubfleet.schema.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/** Trees that differ from a given one in one or two places, drawn from a seed. */
final class Mutants {
  private static final Origin HERE = Origin.at(Place.ofFile("mutant"), Layer.HUB);
  private static final List<Node> ODD =
      List.of(
          yaml("''"),
          yaml("x"),
          yaml("Upper_Case"),
          yaml("a.b-c"),
          yaml("'1'"),
          yaml("0"),
          yaml("-1"),
          yaml("1"),
          yaml("70000"),
          yaml("0.5"),
          yaml("123456789012345678901234567890"),
          yaml("true"),
          yaml("null"),
          yaml("{}"),
          yaml("[]"),
          yaml("{odd: 1}"),
          yaml("[1, 1]"),
          yaml("[a, a]"),
          new Scalar(Scalar.Kind.DECIMAL, "1.0", HERE),
          Scalar.string("a\n", HERE),
          Scalar.string("a".repeat(300), HERE),
          Scalar.string("\ud83d\ude00".repeat(40), HERE));

  private final Random random;
  private final List<Node> parts = new ArrayList<>();

  /** Mutants whose new values are odd ones, or parts of those trees. */
  Mutants(long seed, List<Node> trees) {
    random = new Random(seed);
    parts.addAll(ODD);
    trees.forEach(this::collect);
  }

  private static Node yaml(String text) {
    return YamlReader.ofOurs().read("mutant", text, Layer.HUB).value().orElseThrow();
  }

  private void collect(Node node) {
    parts.add(node);
    if (node instanceof Mapping map) {
      map.entries().values().forEach(entry -> collect(entry.value()));
    } else if (node instanceof Sequence list) {
      list.items().forEach(this::collect);
    }
  }

  /** One mutant of the tree. */
  Node of(Node tree) {
    Node once = mutated(tree);
    return random.nextInt(4) == 0 ? mutated(once) : once;
  }

  private Node mutated(Node node) {
    if (node instanceof Mapping map && !map.isEmpty() && random.nextInt(12) > 0) {
      return inside(map);
    }
    if (node instanceof Sequence list && !list.items().isEmpty() && random.nextInt(6) > 0) {
      return inside(list);
    }
    return random.nextInt(3) == 0
        ? parts.get(random.nextInt(parts.size()))
        : ODD.get(random.nextInt(ODD.size()));
  }

  private Node inside(Mapping map) {
    List<Map.Entry<String, Mapping.Entry>> entries = List.copyOf(map.entries().entrySet());
    Map.Entry<String, Mapping.Entry> entry = entries.get(random.nextInt(entries.size()));
    Node value = entry.getValue().value();
    return switch (random.nextInt(10)) {
      case 0 -> map.without(entry.getKey());
      case 1 -> map.without(entry.getKey()).with(entry.getKey() + "x", value);
      case 2 -> map.with("odd", value);
      default -> map.with(entry.getKey(), mutated(value));
    };
  }

  private Node inside(Sequence list) {
    List<Node> items = new ArrayList<>(list.items());
    int at = random.nextInt(items.size());
    switch (random.nextInt(5)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(items.get(at));
      default -> items.set(at, mutated(items.get(at)));
    }
    return Sequence.of(items, list.origin());
  }
}
