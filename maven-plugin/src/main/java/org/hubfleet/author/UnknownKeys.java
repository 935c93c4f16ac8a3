package org.hubfleet.author;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.schema.Violation;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * Sorts the keys that the vocabulary does not know: those that somebody declared stay, those that
 * the hub's own code reads stay and get a line under {@code extensions}, the others have no effect
 * under the chart either and go.
 */
final class UnknownKeys {
  private static final ValuePath HUB = ValuePath.of("jupyterhub");

  private final Shape shape;
  private final ShapeReport report;
  private final SchemaPlaces places;
  private final List<ValuePath> declared;
  private final Map<String, String> extensions = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private Mapping hub;

  /**
   * @param declared paths of extensions from their root, which cover what stands below them too
   * @param hub the values below {@code jupyterhub}
   */
  UnknownKeys(
      Shape shape, ShapeReport report, SchemaPlaces places, List<ValuePath> declared, Mapping hub) {
    this.shape = shape;
    this.report = report;
    this.places = places;
    this.declared = List.copyOf(declared);
    this.hub = hub;
  }

  /** The values without what nobody reads. */
  Mapping hub() {
    return hub;
  }

  /** New extensions: the path from its root and the word for the type, in the order of finding. */
  Map<String, String> extensions() {
    return extensions;
  }

  List<Note> notes() {
    return notes;
  }

  /** Sorts them. */
  UnknownKeys sort() {
    Snippets snippets = new Snippets(hub);
    Mapping before = hub;
    Map<Place, Diagnostic> said = new HashMap<>();
    report.inspect(shape, before).forEach(d -> said.putIfAbsent(d.place(), d));
    List<ValuePath> gone = new ArrayList<>();
    for (Violation violation : shape.violations(before)) {
      if (isUnknownKey(violation)) {
        ValuePath path = unknown(violation);
        before
            .at(path)
            .ifPresent(
                value -> {
                  Place place = keyPlace(before, path, value);
                  if (!isDeclared(HUB.then(path)) && !isRead(path, value, place, snippets)) {
                    gone.add(path);
                    lose(path, place, Optional.ofNullable(said.get(place)));
                  }
                });
      }
    }
    gone.forEach(path -> hub = TreeEdit.without(hub, path));
    return this;
  }

  static boolean isUnknownKey(Violation violation) {
    return switch (violation.keyword()) {
      case "additionalProperties", "unevaluatedProperties", "propertyNames" -> true;
      default -> false;
    };
  }

  private static ValuePath unknown(Violation violation) {
    return violation.property().isEmpty()
        ? violation.path()
        : violation.path().key(violation.property());
  }

  private static Place keyPlace(Mapping tree, ValuePath path, Node value) {
    List<ValuePath.Segment> steps = path.segments();
    Optional<Node> parent = tree.at(new ValuePath(steps.subList(0, steps.size() - 1)));
    return parent
        .flatMap(Node::mapping)
        .filter(map -> steps.get(steps.size() - 1) instanceof ValuePath.Key)
        .map(map -> map.keyOrigin(((ValuePath.Key) steps.get(steps.size() - 1)).name()).place())
        .orElse(value.origin().place());
  }

  /** Whether an extension is declared for the path or for one of its parents. */
  boolean isDeclared(ValuePath full) {
    for (int length = full.segments().size(); length > 0; length--) {
      ValuePath part = new ValuePath(full.segments().subList(0, length));
      if (declared.stream().anyMatch(pattern -> pattern.matches(part))) {
        return true;
      }
    }
    return false;
  }

  private boolean isRead(ValuePath path, Node value, Place place, Snippets snippets) {
    ValuePath.Segment last = path.segments().get(path.segments().size() - 1);
    List<String> names = last instanceof ValuePath.Key key ? List.of(key.name()) : List.of();
    Optional<String> reader = snippets.readerOf(path, names);
    if (reader.isEmpty()) {
      return false;
    }
    String pattern = HUB.then(places.pattern(path)).toString();
    extensions.putIfAbsent(pattern, type(value));
    notes.add(
        new Note(
            Note.Kind.KEPT,
            place,
            HUB.then(path).toString(),
            "read by " + reader.get() + ", declared under extensions as " + pattern));
    return true;
  }

  private static String type(Node value) {
    return value instanceof Mapping ? "map" : value instanceof Sequence ? "list" : "any";
  }

  private void lose(ValuePath path, Place place, Optional<Diagnostic> said) {
    String hint = said.flatMap(Diagnostic::hint).map(text -> ", " + text).orElse("");
    notes.add(
        new Note(
            Note.Kind.UNKNOWN,
            place,
            HUB.then(path).toString(),
            "there is no such key, and no code of the hub reads it" + hint));
  }
}
