package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.schema.Extension;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.schema.Violation;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Writes values that have one clear meaning as our vocabulary wants them: keys that upstream
 * renamed, numbers and booleans where only a text is read, code whose lines end in spaces. What is
 * still not accepted afterwards is left open.
 */
final class Mending {
  private static final ValuePath HUB = ValuePath.of("jupyterhub");

  private final Shape shape;
  private final ShapeReport report;
  private final SchemaPlaces places;
  private final List<Note> notes = new ArrayList<>();
  private Mapping hub;

  /**
   * @param hub the values below {@code jupyterhub}
   */
  Mending(Shape shape, ShapeReport report, SchemaPlaces places, Mapping hub) {
    this.shape = shape;
    this.report = report;
    this.places = places;
    this.hub = hub;
  }

  Mapping hub() {
    return hub;
  }

  List<Note> notes() {
    return notes;
  }

  /** Mends all that can be. */
  Mending mend() {
    renamedKeys();
    texts();
    code();
    return this;
  }

  private void renamedKeys() {
    TreeEdit.visit(
        hub,
        ValuePath.ROOT,
        (path, node) -> {
          Optional<ValuePath> instead =
              places
                  .text(path, "x-refused")
                  .flatMap(refused -> places.text(path, "x-instead"))
                  .flatMap(ValuePath::parse)
                  .map(p -> new ValuePath(p.segments().subList(1, p.segments().size())));
          if (instead.isPresent() && hub.at(instead.get()).isEmpty()) {
            hub = TreeEdit.with(TreeEdit.without(hub, path), instead.get(), node);
            note(path, node, "renamed upstream, written as " + HUB.then(instead.get()));
          }
        });
  }

  private void texts() {
    Mapping before = hub;
    for (Violation violation : shape.violations(before)) {
      Optional<Node> value = before.at(violation.path());
      if (violation.keyword().equals("type")
          && wantsText(violation.rule())
          && value.flatMap(Node::scalar).filter(Mending::hasText).isPresent()) {
        Scalar found = value.flatMap(Node::scalar).orElseThrow();
        hub = TreeEdit.with(hub, violation.path(), Scalar.string(found.text(), found.origin()));
        note(violation.path(), found, "the " + found.kindWord() + " " + found.text() + " as text");
      }
    }
  }

  private static boolean wantsText(JsonNode types) {
    Set<String> words = new TreeSet<>();
    if (types.isArray()) {
      types.forEach(word -> words.add(word.stringValue("")));
    } else {
      words.add(types.stringValue(""));
    }
    return words.contains("string")
        && !words.contains("number")
        && !words.contains("integer")
        && !words.contains("boolean");
  }

  private static boolean hasText(Scalar scalar) {
    return scalar.isNumber() || scalar.kind() == Scalar.Kind.BOOLEAN;
  }

  /** Spaces at the end of a line of Python mean nothing outside a text of several lines. */
  private void code() {
    Mapping pieces =
        hub.at("hub.extraConfig").flatMap(Node::mapping).orElse(Mapping.empty(hub.origin()));
    pieces
        .entries()
        .forEach(
            (name, entry) -> {
              String text = entry.value().string().orElse("");
              boolean long_ = text.contains("\"\"\"") || text.contains("'''");
              String clean = long_ ? text : tidy(text);
              if (!clean.equals(text)) {
                ValuePath path = ValuePath.of("hub", "extraConfig", name);
                hub = TreeEdit.with(hub, path, Scalar.string(clean, entry.value().origin()));
                note(path, entry.value(), "spaces at the ends of its lines are gone");
              }
            });
  }

  private static String tidy(String code) {
    String lines = code.replaceAll("[ \\t]+(?=\\n|$)", "").replaceAll("^\\n+", "");
    return lines.replaceAll("\\n+$", "\n");
  }

  /** What is still not accepted, as notes. */
  List<Note> open(List<Extension> extensions) {
    List<Note> left = new ArrayList<>();
    PlaceIndex index = new PlaceIndex(hub);
    for (Diagnostic diagnostic : report.inspect(shape, hub, extensions)) {
      if (!UnknownKeys.isUnknownKey(diagnostic)) {
        String hint = diagnostic.hint().map(text -> " (" + text + ")").orElse("");
        left.add(
            new Note(
                Note.Kind.OPEN,
                diagnostic.place(),
                HUB.then(index.at(diagnostic.place()).orElse(ValuePath.ROOT)).toString(),
                diagnostic.message() + hint));
      }
    }
    return left;
  }

  private void note(ValuePath path, Node node, String message) {
    notes.add(
        new Note(Note.Kind.MENDED, node.origin().place(), HUB.then(path).toString(), message));
  }
}
