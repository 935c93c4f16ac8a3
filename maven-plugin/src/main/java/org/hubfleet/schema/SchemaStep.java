package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** One value on a {@link SchemaWalk}, and what the schema says of it. */
public final class SchemaStep {
  private final Optional<SchemaStep> outer;

  /** The path below the outer step; few steps are asked for all of it. */
  private final List<ValuePath.Segment> way;

  private final String name;
  private final Place key;
  private final Node value;
  private final SchemaPlace place;

  private SchemaStep(
      Optional<SchemaStep> outer,
      List<ValuePath.Segment> way,
      String name,
      Place key,
      Node value,
      SchemaPlace place) {
    this.outer = outer;
    this.way = way;
    this.name = name;
    this.key = key;
    this.value = value;
    this.place = place;
  }

  static SchemaStep root(Node tree, ValuePath path, SchemaPlace place) {
    Place start = tree.origin().place();
    return new SchemaStep(Optional.empty(), path.segments(), path.name(), start, tree, place);
  }

  SchemaStep child(Map.Entry<String, Mapping.Entry> entry) {
    String below = entry.getKey();
    Node child = entry.getValue().value();
    return new SchemaStep(
        Optional.of(this),
        List.of(new ValuePath.Key(below)),
        below,
        entry.getValue().key().place(),
        child,
        place.child(below, child));
  }

  SchemaStep item(int index, Node item) {
    return new SchemaStep(
        Optional.of(this),
        List.of(new ValuePath.Index(index)),
        name,
        item.origin().place(),
        item,
        place.item(item));
  }

  /** The path of the value. */
  public ValuePath path() {
    List<ValuePath.Segment> segments = new ArrayList<>();
    collect(segments);
    return new ValuePath(segments);
  }

  private void collect(List<ValuePath.Segment> segments) {
    outer.ifPresent(step -> step.collect(segments));
    segments.addAll(way);
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
