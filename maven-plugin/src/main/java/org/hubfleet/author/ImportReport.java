package org.hubfleet.author;

import java.util.List;
import java.util.Locale;

/** What an import did, as text for people: one line a value, grouped by what became of it. */
public final class ImportReport {
  private ImportReport() {}

  /** The report, ending in a newline. */
  public static String print(Imported imported) {
    StringBuilder out = new StringBuilder();
    out.append(imported.file())
        .append(": ")
        .append(imported.values())
        .append(imported.values() == 1 ? " value" : " values")
        .append(" under overrides; comments and anchors are not carried over\n");
    for (Note.Kind kind : Note.Kind.values()) {
      section(kind, imported.notes(kind), out);
    }
    return out.toString();
  }

  private static void section(Note.Kind kind, List<Note> notes, StringBuilder out) {
    if (notes.isEmpty()) {
      return;
    }
    String title = kind.title();
    out.append('\n').append(title.substring(0, 1).toUpperCase(Locale.ROOT));
    out.append(title.substring(1)).append(" (").append(notes.size()).append("):\n");
    for (Note note : notes) {
      out.append("  ").append(note.path()).append('\n');
      out.append("      ").append(note.place()).append(": ").append(note.message()).append('\n');
    }
  }
}
