package org.hubfleet.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.NastyTrees;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/** Hub and cluster files of the cases with a few values, keys or items changed to anything. */
final class ChangedHubs {
  private static final Origin HERE = Origin.at(Place.ofFile("random"), Layer.HUB);
  private static final Mapping USUAL =
      Mapping.builder(HERE).put("provider", "gke").put("kubernetes", "1.35").build();
  private static final List<Case> CASES = cases();
  private static final List<Mapping> HUBS = CASES.stream().map(Case::hub).toList();
  private static final List<String> WORDS =
      List.of(
          "a",
          "none",
          "everyone",
          "1Gi",
          "8G",
          "100%",
          "2h",
          "2026-11-22",
          "09:00",
          "small",
          "west",
          "python",
          "quay.io/a/b:1.0",
          "https://example.org/a",
          "mira",
          "a@b.example");

  /** What a case says of a hub, and of its cluster where that is not the usual one. */
  private record Case(Mapping hub, Optional<Mapping> cluster) {}

  /** The texts of a hub file and a cluster file. */
  record Pair(String hub, String cluster) {}

  /** Draws a number below a bound. */
  private final IntUnaryOperator draw;

  ChangedHubs(IntUnaryOperator draw) {
    this.draw = draw;
  }

  /** The next two files. */
  Pair next() {
    Case from = pick(CASES);
    Node hub = from.hub();
    Node cluster = from.cluster().orElse(USUAL);
    int many = 1 + draw.applyAsInt(3);
    for (int i = 0; i < many; i++) {
      if (draw.applyAsInt(8) == 0) {
        cluster = changed(cluster, 0);
      } else {
        hub = changed(hub, 0);
      }
    }
    return new Pair(YamlWriter.write(hub), YamlWriter.write(cluster));
  }

  /** The same tree with a change at one place, drawn on the way down. */
  private Node changed(Node node, int depth) {
    if (node instanceof Mapping map && !map.isEmpty()) {
      String key = pick(List.copyOf(map.entries().keySet()));
      Node old = map.get(key).orElseThrow();
      boolean deeper = !(old instanceof Scalar) && (depth == 0 || draw.applyAsInt(4) > 0);
      return switch (deeper ? 9 : draw.applyAsInt(10)) {
        case 0 -> map.without(key);
        case 1 -> map.without(key).with(name(), old);
        case 2 -> map.with(name(), old);
        case 3 -> together(map, pick(HUBS));
        default -> map.with(key, deeper ? changed(old, depth + 1) : other(old));
      };
    }
    if (node instanceof Sequence list && !list.items().isEmpty()) {
      List<Node> items = new ArrayList<>(list.items());
      int at = draw.applyAsInt(items.size());
      switch (draw.applyAsInt(6)) {
        case 0 -> items.remove(at);
        case 1 -> items.add(items.get(at));
        default -> items.set(at, changed(items.get(at), depth + 1));
      }
      return Sequence.of(items, HERE);
    }
    return other(node);
  }

  /** Another hub's key beside those of this one. */
  private Mapping together(Mapping map, Mapping stranger) {
    String key = pick(List.copyOf(stranger.entries().keySet()));
    return map.with(key, stranger.get(key).orElseThrow());
  }

  private String name() {
    return draw.applyAsInt(2) == 0 ? pick(WORDS) : pick(NastyTrees.STRINGS);
  }

  private Node other(Node old) {
    return switch (draw.applyAsInt(11)) {
      case 0 -> Scalar.nothing(HERE);
      case 1 -> Scalar.integer(draw.applyAsInt(70_000) - 10L, HERE);
      case 2 -> Scalar.bool(draw.applyAsInt(2) == 0, HERE);
      case 3 -> Scalar.number(BigDecimal.valueOf(draw.applyAsInt(1000), 2), HERE);
      case 4, 5 -> Scalar.string(pick(WORDS), HERE);
      case 6, 7 -> Scalar.string(pick(NastyTrees.STRINGS), HERE);
      case 8 -> Sequence.of(List.of(old), HERE);
      case 9 -> Mapping.builder(HERE).put(name(), old).build();
      default -> draw.applyAsInt(2) == 0 ? Mapping.empty(HERE) : Sequence.of(List.of(), HERE);
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(draw.applyAsInt(from.size()));
  }

  private static List<Case> cases() {
    try (Stream<Path> all = Files.walk(Path.of("src/main/shelf"))) {
      return all.filter(file -> file.endsWith("hub.yaml"))
          .filter(file -> file.getParent().getParent().endsWith("cases"))
          .sorted()
          .flatMap(
              file ->
                  tree(file).stream()
                      .map(hub -> new Case(hub, tree(file.resolveSibling("cluster.yaml")))))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<Mapping> tree(Path file) {
    try {
      return Files.exists(file)
          ? YamlReader.ofConfig()
              .read(file.toString(), Files.readString(file), Layer.HUB)
              .value()
              .flatMap(Node::mapping)
              .filter(map -> !map.isEmpty())
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
