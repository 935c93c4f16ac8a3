package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** Walks over trees and changes of single values. */
final class TreeEdit {
  private TreeEdit() {}

  /** Visits every value with its path, parents before children, in order. */
  static void visit(Node node, ValuePath at, BiConsumer<ValuePath, Node> visitor) {
    visitor.accept(at, node);
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach((key, entry) -> visit(entry.value(), at.key(key), visitor));
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        visit(sequence.items().get(i), at.index(i), visitor);
      }
    }
  }

  /** How many scalars there are; an empty map or list counts as one. */
  static int count(Node node) {
    int[] found = {0};
    visit(
        node,
        ValuePath.ROOT,
        (path, value) -> {
          boolean leaf =
              value instanceof Scalar
                  || (value instanceof Mapping map && map.isEmpty())
                  || (value instanceof Sequence list && list.items().isEmpty());
          found[0] += leaf ? 1 : 0;
        });
    return found[0];
  }

  /** The tree without the value at a path; maps left empty by that go too. */
  static Mapping without(Mapping tree, ValuePath path) {
    return change(tree, path, Optional.empty()).mapping().orElse(Mapping.empty(tree.origin()));
  }

  /** The tree with another value at a path, whose parents are there or are made. */
  static Mapping with(Mapping tree, ValuePath path, Node value) {
    return change(tree, path, Optional.of(value)).mapping().orElse(tree);
  }

  private static Node change(Node node, ValuePath path, Optional<Node> value) {
    if (path.segments().isEmpty()) {
      return value.orElse(node);
    }
    ValuePath rest = new ValuePath(path.segments().subList(1, path.segments().size()));
    ValuePath.Segment step = path.segments().get(0);
    if (step instanceof ValuePath.Key key && node instanceof Mapping mapping) {
      return inMapping(mapping, key.name(), rest, value);
    }
    if (step instanceof ValuePath.Index index
        && node instanceof Sequence sequence
        && index.number() < sequence.items().size()) {
      return inSequence(sequence, index.number(), rest, value);
    }
    return node;
  }

  private static Node inMapping(Mapping mapping, String key, ValuePath rest, Optional<Node> value) {
    Optional<Node> old = mapping.get(key);
    if (value.isEmpty() && (old.isEmpty() || rest.segments().isEmpty())) {
      return mapping.without(key);
    }
    Node below = old.orElseGet(() -> Mapping.empty(mapping.origin()));
    Node changed = change(below, rest, value);
    boolean emptied = changed instanceof Mapping now && now.isEmpty() && value.isEmpty();
    return emptied ? mapping.without(key) : mapping.with(key, changed);
  }

  private static Node inSequence(
      Sequence sequence, int index, ValuePath rest, Optional<Node> value) {
    List<Node> items = new ArrayList<>(sequence.items());
    if (rest.segments().isEmpty() && value.isEmpty()) {
      items.remove(index);
    } else {
      items.set(index, change(items.get(index), rest, value));
    }
    return Sequence.of(items, sequence.origin());
  }

  /** The tree with every value replaced by what the function makes of it, children first. */
  static Node map(Node node, ValuePath at, BiFunction<ValuePath, Node, Node> change) {
    if (node instanceof Mapping mapping) {
      Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key,
                      new Mapping.Entry(entry.key(), map(entry.value(), at.key(key), change))));
      return change.apply(at, new Mapping(entries, mapping.origin()));
    }
    if (node instanceof Sequence sequence) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < sequence.items().size(); i++) {
        items.add(map(sequence.items().get(i), at.index(i), change));
      }
      return change.apply(at, Sequence.of(items, sequence.origin()));
    }
    return change.apply(at, node);
  }
}
