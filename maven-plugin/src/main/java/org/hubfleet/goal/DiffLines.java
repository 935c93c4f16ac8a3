package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/** What differs, for people: by hub, the objects and fields, each with the line behind it. */
final class DiffLines {
  private static final int LONGEST = 60;

  private DiffLines() {}

  /** The lines of a change of one part. */
  static List<String> of(PartChange change) {
    List<String> lines = new ArrayList<>();
    lines.add(change.part() + " (" + change.kind().word() + "):");
    for (ObjectChange object : change.objects()) {
      lines.add("  " + object.kind().word() + " " + object.key().id() + place(object));
      boolean secret = object.key().kind().equals("Secret");
      object.fields().forEach(field -> lines.add("    " + field(field, secret)));
    }
    if (!change.continuity().isEmpty()) {
      lines.add("  changed what people's work hangs on");
      change.continuity().forEach(field -> lines.add("    " + field(field, false)));
    }
    if (change.isTextOnly()) {
      lines.add("  nothing that a cluster sees, in " + String.join(", ", change.files()));
    }
    return lines;
  }

  private static String place(ObjectChange object) {
    return object
        .after()
        .filter(tree -> object.kind() == ObjectChange.Kind.ADDED)
        .map(tree -> " (" + place(tree.origin()) + ")")
        .orElse("");
  }

  private static String field(FieldChange field, boolean secret) {
    String text =
        secret && field.path().isAtOrBelow("data") || field.path().isAtOrBelow("stringData")
            ? "(not shown)"
            : values(field);
    return field.path() + ": " + text + " (" + place(field.origin()) + ")";
  }

  /** What a field was and is, cut where it is long. */
  static String values(FieldChange field) {
    Optional<String> before = field.before().flatMap(Node::string);
    Optional<String> after = field.after().flatMap(Node::string);
    if (before.filter(DiffLines::isText).isPresent() && after.isPresent()) {
      return lineCount(before.get(), after.get());
    }
    return field.before().map(DiffLines::shown).orElse("nothing")
        + " -> "
        + field.after().map(DiffLines::shown).orElse("nothing");
  }

  private static boolean isText(String value) {
    return value.indexOf('\n') >= 0;
  }

  private static String lineCount(String before, String after) {
    List<String> was = before.lines().toList();
    List<String> is = after.lines().toList();
    long gone = was.stream().filter(line -> !is.contains(line)).count();
    long fresh = is.stream().filter(line -> !was.contains(line)).count();
    return "text with " + fresh + " new and " + gone + " old lines";
  }

  private static String shown(Node value) {
    String text =
        value instanceof Scalar scalar
            ? scalar.kind() == Scalar.Kind.STRING ? JsonWriter.quoted(scalar.text()) : scalar.text()
            : JsonWriter.write(value).lines().map(String::strip).collect(Collectors.joining(" "));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static String place(Origin origin) {
    return origin.configuredPlace().map(Place::toString).orElse(origin.place().toString());
  }
}
