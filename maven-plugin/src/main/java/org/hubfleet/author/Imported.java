package org.hubfleet.author;

import java.util.List;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.YamlWriter;

/**
 * A hub file made from existing values, and what happened on the way.
 *
 * @param file to write, relative to the folder that holds {@code config/}
 * @param tree of the hub file; each value of its override still says where it stood before
 * @param values how many values were written below {@code overrides}
 * @param notes sorted
 */
public record Imported(String file, Mapping tree, int values, List<Note> notes) {
  public Imported {
    notes = notes.stream().distinct().sorted().toList();
  }

  /** The text of the hub file, in canonical YAML. */
  public String text() {
    return YamlWriter.write(tree);
  }

  /** The notes of one kind, sorted. */
  public List<Note> notes(Note.Kind kind) {
    return notes.stream().filter(note -> note.kind() == kind).toList();
  }
}
