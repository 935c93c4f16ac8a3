package org.hubfleet.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** One value on a {@link SchemaWalk}, and what the schema says of it. */
public final class SchemaStep {
  private final Optional<SchemaStep> outer;
  private final String name;
  private final Place key;
  private final Node value;
  private final SchemaPlace place;

  /** Few steps are asked for their path. */
  private final Supplier<ValuePath> path;

  private SchemaStep(
      Optional<SchemaStep> outer,
      String name,
      Place key,
      Node value,
      SchemaPlace place,
      Supplier<ValuePath> path) {
    this.outer = outer;
    this.name = name;
    this.key = key;
    this.value = value;
    this.place = place;
    this.path = path;
  }

  static SchemaStep root(Node tree, ValuePath path, SchemaPlace place) {
    Place start = tree.origin().place();
    return new SchemaStep(Optional.empty(), path.name(), start, tree, place, () -> path);
  }

  SchemaStep child(Map.Entry<String, Mapping.Entry> entry) {
    String below = entry.getKey();
    Node child = entry.getValue().value();
    return new SchemaStep(
        Optional.of(this),
        below,
        entry.getValue().key().place(),
        child,
        place.child(below, child),
        () -> path().key(below));
  }

  SchemaStep item(int index, Node item) {
    return new SchemaStep(
        Optional.of(this),
        name,
        item.origin().place(),
        item,
        place.item(item),
        () -> path().index(index));
  }

  /** The path of the value. */
  public ValuePath path() {
    return path.get();
  }

  /** The last key of the path, empty for the root. */
  public String name() {
    return name;
  }

  /** Where the key of the value stands, or the value itself in a list. */
  public Place key() {
    return key;
  }

  /** The value. */
  public Node value() {
    return value;
  }

  /** Whether the schema knows the key by its name. */
  public boolean isNamed() {
    return place.isNamed();
  }

  /** Whether a schema of the value takes one of that type, such as {@code array}. */
  public boolean takes(String type) {
    return place.takes(type);
  }

  /** The map or list that the value stands in; absent for the root. */
  public Optional<SchemaStep> outer() {
    return outer;
  }

  /** Whether a map or list around the value meets a condition. */
  public boolean isInside(Predicate<SchemaStep> condition) {
    for (Optional<SchemaStep> step = outer; step.isPresent(); step = step.get().outer) {
      if (condition.test(step.get())) {
        return true;
      }
    }
    return false;
  }

  /** The text of an annotation of the value. */
  public Optional<String> text(String annotation) {
    return place.text(annotation);
  }

  /** Whether an annotation is true. */
  public boolean is(String annotation) {
    return place.is(annotation);
  }

  /** The words of an annotation that is a list. */
  public List<String> words(String annotation) {
    return place.words(annotation);
  }

  /** The text of an annotation of the value or of the nearest map above that has it. */
  public Optional<String> inherited(String annotation) {
    return text(annotation).or(() -> outer.flatMap(step -> step.inherited(annotation)));
  }
}
