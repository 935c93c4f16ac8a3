package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;

/**
 * What the overrides of a hub file say, with short ways to ask. Paths are dotted plain keys below
 * {@code jupyterhub}.
 *
 * @param file the hub file
 * @param values what its blocks say together, below {@code jupyterhub}
 * @param cluster that the hub is on
 */
public record Told(Mapping file, Mapping values, Cluster cluster) {
  private static final String ROOT = "jupyterhub";

  /** What a file says. */
  public static Told of(Mapping file, Cluster cluster) {
    Mapping values = Mapping.empty(file.origin());
    for (Node block : blocks(file)) {
      Optional<Mapping> more = block.get("values").flatMap(v -> v.get(ROOT)).flatMap(Node::mapping);
      values = more.isPresent() ? TreeMerge.merge(values, more.get()) : values;
    }
    return new Told(file, values, cluster);
  }

  static List<Node> blocks(Mapping file) {
    return file.get("overrides").flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** The value at a path; a null counts as one. */
  public Optional<Node> node(String path) {
    return values.at(path);
  }

  /** The single value at a path; none where null stands. */
  public Optional<Scalar> scalar(String path) {
    return node(path).filter(node -> !node.isNull()).flatMap(Node::scalar);
  }

  /** The whole number at a path, where it is more than none. */
  public Optional<Long> count(String path) {
    return scalar(path)
        .filter(Scalar::isNumber)
        .filter(number -> number.number().stripTrailingZeros().scale() <= 0)
        .map(number -> number.number().longValue())
        .filter(number -> number > 0);
  }

  /** The truth at a path, where true or false stands there. */
  public Optional<Scalar> flag(String path) {
    return scalar(path).filter(value -> value.kind() == Scalar.Kind.BOOLEAN);
  }

  /** The entries of the map at a path. */
  public Map<String, Mapping.Entry> entries(String path) {
    return node(path).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }

  /** The items of the list at a path, or the one text that stands in place of a list. */
  public List<Scalar> texts(String path) {
    List<Node> items = new ArrayList<>();
    node(path).flatMap(Node::sequence).ifPresent(list -> items.addAll(list.items()));
    scalar(path).ifPresent(items::add);
    boolean plain = items.stream().allMatch(item -> item.string().isPresent());
    return plain ? items.stream().flatMap(item -> item.scalar().stream()).toList() : List.of();
  }

  /** A line {@code outer: {inner: value}}; with a dot in a name deeper. */
  public static Mapping line(String dotted, Node value) {
    Node nested = value;
    List<String> keys = List.of(dotted.split("\\.", -1));
    for (int i = keys.size() - 1; i >= 0; i--) {
      nested = Mapping.builder(value.origin()).put(keys.get(i), nested).build();
    }
    return (Mapping) nested;
  }

  /** A text that stands for a value. */
  public static Scalar text(String text, Node insteadOf) {
    return Scalar.string(text, insteadOf.origin());
  }
}
