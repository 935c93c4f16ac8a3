package org.hubfleet.source;

import java.util.Optional;

/**
 * A value of a located tree: a {@link Scalar}, a {@link Sequence} or a {@link Mapping}. Immutable.
 */
public sealed interface Node permits Scalar, Sequence, Mapping {
  /** Where the value came from. */
  Origin origin();

  /** The same value from elsewhere. */
  Node from(Origin origin);

  /**
   * What kind of value it is, in words a person knows: {@code map}, {@code list}, {@code string},
   * ...
   */
  String kindWord();

  /** The value at a path of keys and list indexes; absent when a step leads nowhere. */
  default Optional<Node> at(ValuePath path) {
    Node node = this;
    for (ValuePath.Segment segment : path.segments()) {
      Optional<Node> next = node.child(segment);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return Optional.of(node);
  }

  /** The value at a path of plain keys joined by dots, such as {@code hub.config}. */
  default Optional<Node> at(String dotted) {
    Node node = this;
    int start = 0;
    for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', start)) {
      Optional<Node> next = node.get(dotted.substring(start, dot));
      if (next.isEmpty()) {
        return next;
      }
      node = next.get();
      start = dot + 1;
    }
    return node.get(dotted.substring(start));
  }

  /** The child by key; absent when this is no map or has no such key. */
  default Optional<Node> get(String key) {
    return Optional.empty();
  }

  private Optional<Node> child(ValuePath.Segment segment) {
    if (segment instanceof ValuePath.Key key) {
      return get(key.name());
    }
    if (segment instanceof ValuePath.Index index && this instanceof Sequence sequence) {
      return index.number() < sequence.items().size()
          ? Optional.of(sequence.items().get(index.number()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** This as a map; absent when it is none. */
  default Optional<Mapping> mapping() {
    return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** This as a list; absent when it is none. */
  default Optional<Sequence> sequence() {
    return this instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
  }

  /** This as a scalar; absent when it is none. */
  default Optional<Scalar> scalar() {
    return this instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The text of a string scalar; absent for everything else. */
  default Optional<String> string() {
    return this instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Whether this is the null scalar. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL;
  }

  /** Whether this is the boolean true. */
  default boolean isTrue() {
    return this instanceof Scalar scalar
        && scalar.kind() == Scalar.Kind.BOOLEAN
        && scalar.text().equals("true");
  }
}
