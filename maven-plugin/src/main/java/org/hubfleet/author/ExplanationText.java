package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.YamlWriter;

/** An explanation for people: the value, then a line for each thing to know of it. */
public final class ExplanationText {
  private static final String HIDDEN = "(a secret, not shown)";

  private ExplanationText() {}

  /** With every field that a value reaches. */
  public static List<String> inFull(List<Explained> values) {
    List<String> lines = new ArrayList<>();
    for (Explained value : values) {
      origin(value, lines);
      value.reaches().forEach(t -> lines.add("  reaches " + t.owner() + " " + t.field()));
    }
    return lines;
  }

  /** With only the objects and traits that a value reaches, for many values. */
  public static List<String> inShort(List<Explained> values) {
    List<String> lines = new ArrayList<>();
    for (Explained value : values) {
      origin(value, lines);
      Set<String> owners = new LinkedHashSet<>();
      value.reaches().forEach(t -> owners.add(t.isTrait() ? "trait " + t.field() : t.owner()));
      if (!owners.isEmpty()) {
        lines.add("  reaches " + String.join(", ", owners));
      }
    }
    return lines;
  }

  private static void origin(Explained value, List<String> lines) {
    lines.add(value.path() + ": " + value.value().map(ExplanationText::shown).orElse(HIDDEN));
    lines.add("  from " + value.from() + " (" + value.layer().word() + ")");
    value.with().forEach(place -> lines.add("  with " + place));
    for (Explained.Overrode other : value.overrode()) {
      Optional<String> was = other.value().map(ExplanationText::shown);
      String text = other.secret() ? HIDDEN + " " : was.map(t -> t + " ").orElse("");
      lines.add("  over " + text + "from " + other.from() + " (" + other.layer().word() + ")");
    }
  }

  private static String shown(Scalar value) {
    return value.kind() == Scalar.Kind.STRING ? YamlWriter.quoted(value.text()) : value.text();
  }
}
