package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.schema.Extension;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
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
  private final List<Extension> declared;
  private final Map<String, String> extensions = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private Mapping hub;

  /**
   * @param declared extensions that the fleet or the community has
   * @param hub the values below {@code jupyterhub}
   */
  UnknownKeys(
      Shape shape, ShapeReport report, SchemaPlaces places, List<Extension> declared, Mapping hub) {
    this.shape = shape;
    this.report = report;
    this.places = places;
    this.declared = new ArrayList<>(declared);
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

  /** All extensions that hold for the hub now. */
  List<Extension> declared() {
    return declared;
  }

  /** Sorts them. A value that an alias puts in two places is found once a round. */
  UnknownKeys sort() {
    Snippets snippets = new Snippets(hub);
    boolean changed = true;
    while (changed) {
      changed = false;
      PlaceIndex index = new PlaceIndex(hub);
      for (Diagnostic problem : report.inspect(shape, hub, declared)) {
        Optional<ValuePath> path = index.at(problem.place());
        if (isUnknownKey(problem) && path.flatMap(hub::at).isPresent()) {
          sort(path.get(), problem, snippets);
          changed = true;
        }
      }
    }
    return this;
  }

  static boolean isUnknownKey(Diagnostic problem) {
    return problem.rule().text().endsWith("/unknown-key");
  }

  private void sort(ValuePath path, Diagnostic problem, Snippets snippets) {
    ValuePath.Segment last = path.segments().get(path.segments().size() - 1);
    List<String> names = last instanceof ValuePath.Key key ? List.of(key.name()) : List.of();
    Optional<String> reader = snippets.readerOf(path, names);
    if (reader.isPresent()) {
      keep(path, problem, reader.get());
    } else {
      hub = TreeEdit.without(hub, path);
      String hint = problem.hint().map(text -> ", " + text).orElse("");
      note(
          Note.Kind.UNKNOWN,
          path,
          problem,
          "there is no such key, and no code of the hub reads it" + hint);
    }
  }

  private void keep(ValuePath path, Diagnostic problem, String reader) {
    ValuePath pattern = HUB.then(places.pattern(path));
    String type = hub.at(path).map(UnknownKeys::type).orElse("any");
    extensions.putIfAbsent(pattern.toString(), type);
    declared.add(new Extension(pattern, type, problem.place()));
    note(
        Note.Kind.KEPT,
        path,
        problem,
        "read by " + reader + ", declared under extensions as " + pattern);
  }

  private static String type(Node value) {
    return value instanceof Mapping ? "map" : value instanceof Sequence ? "list" : "any";
  }

  private void note(Note.Kind kind, ValuePath path, Diagnostic problem, String message) {
    notes.add(new Note(kind, problem.place(), HUB.then(path).toString(), message));
  }
}
