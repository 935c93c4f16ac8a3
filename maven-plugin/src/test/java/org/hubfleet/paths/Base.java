package org.hubfleet.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.lower.Lowering;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.derive.Derivations;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Renderer;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** A hub whose values are changed one at a time, and what it compiles to. */
final class Base {
  private static final Shelf SHELF = Shelf.open();
  private static final Lowering LOWERING =
      new Lowering(new Upstream(SHELF), new Vocabularies(SHELF), List.of(), Derivations.all(SHELF));
  private static final Renderer RENDERER = new Renderer(SHELF);
  private static final Origin HUB =
      Origin.at(new Place("config/communities/lab/hub.yaml", 1, 10), Layer.HUB);

  private final String name;
  private final Values values;
  private final EmittedFields fields;

  private Base(String name, Values values) {
    this.name = name;
    this.values = values;
    this.fields = emitted(values);
  }

  /**
   * The hub a file describes.
   *
   * @param file with {@code hub} (lines of a hub file), {@code cluster} (facts) and {@code values}
   */
  static Base of(String name, Mapping file) {
    Mapping override = Mapping.builder(HUB).put("jupyterhub", part(file, "values")).build();
    Hub hub =
        new Hub(
            "lab",
            "lab",
            "config/communities/lab/hub.yaml",
            new Cluster("west", "gke", "1.35", part(file, "cluster")),
            "lab",
            "lab",
            part(file, "hub"),
            List.of(new Hub.Override(Optional.of(override), Optional.empty(), override)),
            HUB);
    return new Base(name, LOWERING.merge(hub).value().orElseThrow());
  }

  private static Mapping part(Mapping file, String key) {
    return file.get(key).flatMap(Node::mapping).orElse(Mapping.empty(HUB));
  }

  String name() {
    return name;
  }

  /** The fields that move when the value at a path becomes another one. */
  List<String> moves(ValuePaths.Leaf leaf, OtherValue other) {
    Optional<Node> present = at(values.jupyterhub(), leaf.path().segments());
    Node changed = other.of(leaf.schema(), present.filter(node -> !node.isNull()));
    List<String> moved = movedBy(leaf, changed);
    // The first try can be what an absent value stands for anyway.
    return moved.isEmpty() ? movedBy(leaf, other.of(leaf.schema(), Optional.of(changed))) : moved;
  }

  private List<String> movedBy(ValuePaths.Leaf leaf, Node changed) {
    Node tree = set(Optional.of(values.jupyterhub()), leaf.path().segments(), changed);
    Values after = new Values(values.hub(), values.context(), (Mapping) tree);
    return List.copyOf(fields.differenceFrom(emitted(after)));
  }

  private static EmittedFields emitted(Values values) {
    Blueprint blueprint = LOWERING.derive(values).value().orElseThrow();
    return EmittedFields.of(RENDERER.render(blueprint).value().orElseThrow());
  }

  private static Optional<Node> at(Node tree, List<ValuePath.Segment> path) {
    Optional<Node> node = Optional.of(tree);
    for (ValuePath.Segment segment : path) {
      node = node.flatMap(found -> child(found, segment));
    }
    return node;
  }

  private static Optional<Node> child(Node node, ValuePath.Segment segment) {
    if (segment instanceof ValuePath.AnyItem) {
      return node.sequence().flatMap(list -> list.items().stream().findFirst());
    }
    return node.get(key(Optional.of(node), segment));
  }

  /** The key a segment names; any key is the first one there is. */
  private static String key(Optional<Node> node, ValuePath.Segment segment) {
    if (segment instanceof ValuePath.Key key) {
      return key.name();
    }
    return node.flatMap(Node::mapping).stream()
        .flatMap(map -> map.entries().keySet().stream())
        .findFirst()
        .orElse("sample");
  }

  private static Node set(Optional<Node> node, List<ValuePath.Segment> path, Node value) {
    if (path.isEmpty()) {
      return value;
    }
    List<ValuePath.Segment> rest = path.subList(1, path.size());
    if (path.get(0) instanceof ValuePath.AnyItem) {
      List<Node> items =
          new ArrayList<>(node.flatMap(Node::sequence).map(Sequence::items).orElse(List.of()));
      Node item = set(items.stream().findFirst(), rest, value);
      if (items.isEmpty()) {
        items.add(item);
      } else {
        items.set(0, item);
      }
      return Sequence.of(items, HUB);
    }
    Mapping map = node.flatMap(Node::mapping).orElse(Mapping.empty(HUB));
    String key = key(node, path.get(0));
    return map.with(key, set(map.get(key), rest, value));
  }
}
