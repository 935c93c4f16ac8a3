package org.hubfleet.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * The replacements of one run: removals first, so that an emptied folder is gone before a file
 * takes its place. The number of a change is the name of its prepared file.
 */
record Journal(List<Change> changes) {
  private static final Origin OURS = Origin.at(Place.ofFile("journal"), Layer.COMPILER);

  Journal {
    changes = List.copyOf(changes);
  }

  /** The journal of those changes, in the order in which they are made. */
  static Journal of(List<Change> changes) {
    return new Journal(
        changes.stream()
            .sorted((a, b) -> Boolean.compare(isReplacement(a), isReplacement(b)))
            .toList());
  }

  private static boolean isReplacement(Change change) {
    return change.kind() != Change.Kind.REMOVED;
  }

  /** As it is written to disk. */
  String text() {
    List<Mapping> entries =
        changes.stream()
            .map(
                change ->
                    Mapping.builder(OURS)
                        .put("file", change.file())
                        .put("is", change.kind().word())
                        .build())
            .toList();
    return YamlWriter.write(
        Mapping.builder(OURS).put("changes", Sequence.of(entries, OURS)).build());
  }

  /** Reads what {@link #text} wrote; absent for anything else. */
  static Optional<Journal> parse(String text) {
    return YamlReader.ofOurs()
        .read("journal", text, Layer.COMPILER)
        .value()
        .flatMap(tree -> tree.get("changes"))
        .flatMap(Node::sequence)
        .map(list -> new Journal(list.items().stream().map(Journal::change).toList()));
  }

  private static Change change(Node entry) {
    String kind = entry.get("is").flatMap(Node::string).orElse("changed");
    return new Change(
        entry.get("file").flatMap(Node::string).orElse(""),
        Change.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }
}
