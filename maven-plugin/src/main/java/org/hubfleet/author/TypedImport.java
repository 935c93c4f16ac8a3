package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.lift.Lifted;
import org.hubfleet.lift.Lifting;
import org.hubfleet.lift.Meanings;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Trial;
import org.hubfleet.lift.line.Lifters;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/**
 * Writes an imported hub in the lines of the hub language, as far as these compile to exactly what
 * its values did, and words of a chart around the official one in the lines that mean the same;
 * everything else stays under {@code overrides}.
 */
public final class TypedImport {
  private static final ValuePath ROOT = ValuePath.of("jupyterhub");

  private final Lifting lifting;
  private final Meanings meanings;

  /** With the capabilities of this shelf. */
  public TypedImport(Shelf shelf) {
    lifting = new Lifting(Lifters.all(shelf));
    meanings = Meanings.of(shelf);
  }

  /** The hub with lines where they are exact, each value of which is told in a note. */
  public Imported of(Imported plain, Trial trial) {
    Lifted lifted = lifting.lift(plain.tree(), trial);
    Lifted translated = lifting.translate(lifted.file(), trial, meanings);
    List<Note> notes = new ArrayList<>(plain.notes());
    int gone = 0;
    for (Proposal proposal : lifted.kept()) {
      gone += told(proposal, Note.Kind.TYPED, plain, notes);
    }
    for (Proposal proposal : translated.kept()) {
      gone += told(proposal, Note.Kind.TRANSLATED, plain, notes);
    }
    return new Imported(plain.file(), translated.file(), plain.values() - gone, notes);
  }

  /** Adds a note for each of its values; how many single ones they are. */
  private static int told(Proposal proposal, Note.Kind kind, Imported plain, List<Note> notes) {
    int gone = 0;
    for (ValuePath said : proposal.said()) {
      Node value = before(plain, said);
      gone += TreeEdit.count(value);
      notes.add(
          new Note(
              kind,
              value.origin().place(),
              ROOT.then(said).toString(),
              "said by " + proposal.capability()));
    }
    return gone;
  }

  private static Node before(Imported plain, ValuePath said) {
    ValuePath path = ValuePath.of("overrides").index(0).key("values").then(ROOT).then(said);
    return plain.tree().at(path).orElseThrow();
  }
}
