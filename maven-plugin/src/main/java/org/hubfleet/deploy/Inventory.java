package org.hubfleet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.Side;

/** Takes stock of a deployment repository: reads the notes in it, and objects where asked to. */
final class Inventory {
  private final Target target;
  private final Remote remote;
  private final Snapshot tip;

  Inventory(Target target, Remote remote, Snapshot tip) {
    this.target = target;
    this.remote = remote;
    this.tip = tip;
  }

  /**
   * What there is.
   *
   * @param parts whose objects are read
   */
  Holdings take(Predicate<Part> parts) throws IOException {
    List<String> wanted =
        tip.files().keySet().stream()
            .filter(path -> Notes.isNote(path) || (isObjects(path) && parts.test(Part.of(path))))
            .toList();
    remote.need(wanted.stream().map(tip.files()::get).toList());
    try (ObjectReader reader = remote.reader()) {
      SortedMap<String, String> texts = new TreeMap<>();
      for (String path : wanted) {
        tip.text(reader, path).ifPresent(text -> texts.put(path, text));
      }
      return holdings(texts);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static boolean isObjects(String path) {
    return path.endsWith(".yaml") && !path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }

  private Holdings holdings(SortedMap<String, String> texts) {
    SortedMap<Part, Optional<Record>> hubs = new TreeMap<>();
    SortedMap<Part, Holdings.Ended> ended = new TreeMap<>();
    Map<Part, SortedMap<String, String>> objects = new HashMap<>();
    for (String path : tip.files().keySet()) {
      Part part = Part.of(path);
      if (Tombstone.isTombstone(path)) {
        ended.put(Tombstone.part(path), Tombstone.parse(texts.get(path)));
      } else if (part.isHub() && path.startsWith(part.cluster().orElseThrow() + "/hubs/")) {
        hubs.computeIfAbsent(part, hub -> record(texts, Record.path(hub)));
      }
      if (!Notes.isNote(path) && texts.containsKey(path)) {
        objects.computeIfAbsent(part, p -> new TreeMap<>()).put(path, texts.get(path));
      }
    }
    Map<Part, Side> sides = new HashMap<>();
    objects.forEach((part, files) -> sides.put(part, Side.of("deployed", files)));
    return new Holdings(
        target.address().text(),
        target.branch(),
        tip.commit().map(ObjectId::name),
        record(texts, Record.NAME),
        hubs,
        ended,
        sides);
  }

  private static Optional<Record> record(SortedMap<String, String> texts, String path) {
    return Optional.ofNullable(texts.get(path)).flatMap(Record::parse);
  }
}
