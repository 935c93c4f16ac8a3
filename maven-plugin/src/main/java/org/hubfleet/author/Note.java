package org.hubfleet.author;

import java.util.Comparator;
import org.hubfleet.diagnostic.Place;

/**
 * One thing that an import did, or did not do, with a value.
 *
 * @param place in the file that was imported
 * @param path of the value from its root, as in reports
 * @param message what was done and why; never the value of a credential
 */
public record Note(Kind kind, Place place, String path, String message)
    implements Comparable<Note> {
  /** What became of the value, in the order in which people want to read it. */
  public enum Kind {
    /** Written as a line of the hub language that means exactly the same. */
    TYPED("typed", "now lines of the hub language, which mean exactly the same"),
    /** Written as a line of the hub language for what a chart around the official one read. */
    TRANSLATED(
        "translated", "words of a chart around the official one, now lines that mean the same"),
    /** Written, though the vocabulary does not know it. */
    KEPT("kept", "kept, because the hub's own code reads it"),
    /** Replaced by a reference to a Secret. */
    SECRET("secret", "credentials, now references; their values were not copied"),
    /** An object that must exist and that others make. */
    EXPECTED("expected", "objects made elsewhere, now declared under expects"),
    /** Written in another form that means the same. */
    MENDED("mended", "mended, the meaning is the same"),
    /** Not written, because there is no such key and nobody reads it: most likely a mistake. */
    UNKNOWN("unknown", "mistakes, these had no effect and were not written"),
    /** Not written, though it means something. */
    LOST("lost", "lost, these were not written"),
    /** Written as it was, and not accepted like that. */
    OPEN("open", "left for you to decide, hubs:validate will name them");

    private final String word;
    private final String title;

    Kind(String word, String title) {
      this.word = word;
      this.title = title;
    }

    /** One word for machines. */
    public String word() {
      return word;
    }

    /** A heading for people. */
    public String title() {
      return title;
    }
  }

  private static final Comparator<Note> ORDER =
      Comparator.comparing(Note::kind)
          .thenComparing(Note::place)
          .thenComparing(Note::path)
          .thenComparing(Note::message);

  @Override
  public int compareTo(Note other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.word() + " " + path + " (" + place + "): " + message;
  }
}
