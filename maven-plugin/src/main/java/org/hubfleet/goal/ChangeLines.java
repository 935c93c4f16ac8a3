package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.compare.Part;
import org.hubfleet.write.Change;
import org.hubfleet.write.GeneratedFolder;
import org.hubfleet.write.ObjectTexts;
import org.hubfleet.write.Output;

/** What changed, for people: by hub, the files and the objects in them. */
final class ChangeLines {
  private ChangeLines() {}

  /** The lines; one that says so when nothing changed. */
  static List<String> of(
      List<Change> changes, GeneratedFolder before, Output after, ShownPaths paths) {
    if (changes.isEmpty()) {
      return List.of("nothing changed in " + paths.shown("generated"));
    }
    Map<Part, List<Change>> byHub = new TreeMap<>();
    changes.forEach(
        change ->
            byHub.computeIfAbsent(Part.of(change.file()), k -> new ArrayList<>()).add(change));
    List<String> lines = new ArrayList<>();
    byHub.forEach(
        (owner, files) -> {
          lines.add(owner + ":");
          for (Change change : files) {
            lines.add(
                "  " + change.kind().word() + " " + paths.shown("generated/" + change.file()));
            ObjectTexts was = ObjectTexts.in(before.text(change.file()).orElse(""));
            ObjectTexts is = ObjectTexts.in(after.files().getOrDefault(change.file(), ""));
            was.changesTo(is).forEach(line -> lines.add("    " + line));
          }
        });
    return lines;
  }
}
