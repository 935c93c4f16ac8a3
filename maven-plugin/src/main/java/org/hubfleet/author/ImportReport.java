package org.hubfleet.author;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import did.
 *
 * @param file what the hub file that was written is called
 */
public record ImportReport(Imported imported, String file) {
  /** For people: one line a value, grouped by what became of it, ending in a newline. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(file)
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

  /**
   * For machines: {@code goal}, {@code file}, {@code values} (how many were written) and {@code
   * notes}, each with {@code kind}, {@code path}, {@code file}, {@code line}, {@code column} and
   * {@code message}.
   */
  public ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("goal", "import").put("file", file).put("values", imported.values());
    ArrayNode notes = document.putArray("notes");
    for (Note note : imported.notes()) {
      ObjectNode item = notes.addObject();
      item.put("kind", note.kind().word()).put("path", note.path());
      item.put("file", note.place().file());
      item.put("line", note.place().line()).put("column", note.place().column());
      item.put("message", note.message());
    }
    return document;
  }
}
