package org.hubfleet.real;

import java.util.Comparator;
import java.util.Optional;
import org.hubfleet.author.Imported;
import org.hubfleet.author.Note;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlReader;

/**
 * Something that is wrong in real data, found while importing it or while compiling what was
 * imported.
 *
 * @param hub the file of the hub
 * @param place in the file that was imported, {@code file:line}; in the hub file where it says
 *     nothing of the sort
 * @param rule the rule of the compiler, or {@code import/unknown} and {@code import/open}
 */
record Mistake(String hub, String place, String rule, String message)
    implements Comparable<Mistake> {
  private static final Comparator<Mistake> ORDER =
      Comparator.comparing(Mistake::place)
          .thenComparing(Mistake::rule)
          .thenComparing(Mistake::hub)
          .thenComparing(Mistake::message);

  /** A note of an import. */
  static Mistake of(Imported hub, Note note) {
    return new Mistake(
        hub.file(),
        line(note.place()),
        "import/" + note.kind().word(),
        note.path() + ": " + note.message());
  }

  /** A diagnostic about an imported hub. */
  static Mistake of(Imported hub, Diagnostic diagnostic) {
    return new Mistake(
        hub.file(),
        line(origin(hub, diagnostic.place())),
        diagnostic.rule().toString(),
        diagnostic.message());
  }

  /** Where the value at a place of the hub file stood before it was imported. */
  private static Place origin(Imported hub, Place place) {
    Node written =
        YamlReader.ofConfig().read(hub.file(), hub.text(), Layer.HUB).value().orElseThrow();
    return find(written, hub.tree(), place).orElse(place);
  }

  private static Optional<Place> find(Node written, Node before, Place place) {
    if (written.origin().place().equals(place)) {
      return Optional.of(before.origin().place());
    }
    if (written instanceof Mapping map) {
      for (String key : map.entries().keySet()) {
        if (map.keyOrigin(key).place().equals(place)) {
          return before.mapping().map(old -> old.keyOrigin(key).place());
        }
        Optional<Place> deeper =
            find(map.get(key).orElseThrow(), before.get(key).orElseThrow(), place);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    int size = written.sequence().map(list -> list.items().size()).orElse(0);
    for (int i = 0; i < size; i++) {
      ValuePath item = ValuePath.ROOT.index(i);
      Optional<Place> deeper =
          find(written.at(item).orElseThrow(), before.at(item).orElseThrow(), place);
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }

  private static String line(Place place) {
    return place.file() + ":" + place.line();
  }

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + " | " + rule + " | " + message + " (" + hub + ")";
  }
}
