package org.hubfleet.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.NastyTrees;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.YamlWriter;

/** Hub files whose overrides set values of the chart, at their right places, to anything. */
final class RandomValues {
  private static final Origin HERE = Origin.at(Place.ofFile("random"), Layer.HUB);
  private static final List<Default> DEFAULTS = defaults();
  private static final List<String> WORDS =
      List.of(
          "a",
          "name",
          "image",
          "value",
          "sqlite-pvc",
          "static",
          "dynamic",
          "none",
          "1Gi",
          "100m",
          "512M",
          "Always",
          "http",
          "tcp",
          "/srv",
          "https://example.org",
          "github",
          "{username}");

  /** A value of the chart and where it stands. */
  private record Default(List<String> path, Node value) {}

  /** Draws a number below a bound. */
  private final IntUnaryOperator draw;

  RandomValues(IntUnaryOperator draw) {
    this.draw = draw;
  }

  /** The text of a hub file. */
  String hub() {
    Mapping values = Mapping.empty(HERE);
    int many = 1 + draw.applyAsInt(4);
    for (int i = 0; i < many; i++) {
      Default old = pick(DEFAULTS);
      boolean alike = draw.applyAsInt(4) > 0;
      values = TreeMerge.merge(values, along(old.path(), alike ? like(old.value()) : value(2)));
    }
    Mapping block =
        Mapping.builder(HERE)
            .put("why", "drawn")
            .put("values", Mapping.builder(HERE).put("jupyterhub", values).build())
            .build();
    return YamlWriter.write(
        Mapping.builder(HERE)
            .put("cluster", "west")
            .put("overrides", Sequence.of(List.of(block), HERE))
            .build());
  }

  private static Mapping along(List<String> path, Node value) {
    Node node = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      node = Mapping.builder(HERE).put(path.get(i), node).build();
    }
    return (Mapping) node;
  }

  /** Another value of the same kind, so that it gets past the schema more often. */
  private Node like(Node old) {
    if (old instanceof Mapping) {
      return map(1);
    }
    if (old instanceof Sequence) {
      return list(2);
    }
    return switch (((Scalar) old).kind()) {
      case STRING -> Scalar.string(draw.applyAsInt(2) == 0 ? pick(WORDS) : nasty(), HERE);
      case INTEGER -> Scalar.integer(draw.applyAsInt(3000), HERE);
      case DECIMAL -> Scalar.number(BigDecimal.valueOf(draw.applyAsInt(1000), 2), HERE);
      case BOOLEAN -> Scalar.bool(draw.applyAsInt(2) == 0, HERE);
      case NULL -> value(1);
    };
  }

  private String nasty() {
    return pick(NastyTrees.STRINGS);
  }

  private Node value(int depth) {
    return switch (draw.applyAsInt(depth > 0 ? 9 : 6)) {
      case 0 -> Scalar.bool(draw.applyAsInt(2) == 0, HERE);
      case 1 -> Scalar.integer(draw.applyAsInt(70_000) - 10L, HERE);
      case 2 -> Scalar.number(BigDecimal.valueOf(draw.applyAsInt(1000), 2), HERE);
      case 3 -> Scalar.nothing(HERE);
      case 4 -> Scalar.string(pick(WORDS), HERE);
      case 5 -> Scalar.string(nasty(), HERE);
      case 6 -> list(depth);
      default -> map(depth);
    };
  }

  private Sequence list(int depth) {
    List<Node> items = new ArrayList<>();
    int many = draw.applyAsInt(3);
    for (int i = 0; i < many; i++) {
      items.add(value(depth - 1));
    }
    return Sequence.of(items, HERE);
  }

  private Mapping map(int depth) {
    Mapping.Builder map = Mapping.builder(HERE);
    int many = draw.applyAsInt(3);
    for (int i = 0; i < many; i++) {
      List<String> path = pick(DEFAULTS).path();
      map.put(draw.applyAsInt(3) == 0 ? pick(WORDS) : path.get(path.size() - 1), value(depth - 1));
    }
    return map.build();
  }

  private <T> T pick(List<T> from) {
    return from.get(draw.applyAsInt(from.size()));
  }

  private static List<Default> defaults() {
    Shelf shelf = Shelf.open();
    List<Default> defaults = new ArrayList<>();
    for (String file : shelf.files("upstream", "/defaults.yaml")) {
      collect(shelf.tree(file, Layer.UPSTREAM), List.of(), defaults);
    }
    return List.copyOf(defaults);
  }

  private static void collect(Mapping map, List<String> to, List<Default> defaults) {
    map.entries()
        .forEach(
            (key, entry) -> {
              List<String> path = new ArrayList<>(to);
              path.add(key);
              defaults.add(new Default(List.copyOf(path), entry.value()));
              entry.value().mapping().ifPresent(below -> collect(below, path, defaults));
            });
  }
}
