package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.write.Change;
import org.hubfleet.write.GeneratedFolder;

/** What a narrowed run left as it was though it is not what {@code config/} compiles to. */
final class Untouched {
  private static final int MOST = 6;

  private Untouched() {}

  /** The lines to tell; empty when the run was about everything or the rest is up to date. */
  static List<String> lines(Settings settings, Compilation compilation, ShownPaths paths) {
    if (!settings.request().isNarrowed()) {
      return List.of();
    }
    if (compilation.elsewhere() > 0) {
      // What the rest compiles to is not known before its errors are mended.
      return List.of("left untouched: all files of other parts of the fleet");
    }
    List<Change> others =
        new GeneratedFolder(settings.generated())
            .changes(compilation.output(), path -> !compilation.scope().test(path))
            .value()
            .orElse(List.of());
    if (others.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "left untouched, as this run is narrowed to "
            + settings.get(Parameter.HUB).or(() -> settings.get(Parameter.CLUSTER)).orElse("")
            + (others.size() == 1 ? ": a file" : ": " + others.size() + " files")
            + " that a whole run would bring up to date");
    others.stream()
        .limit(MOST)
        .forEach(
            change ->
                lines.add("  " + wish(change) + " " + paths.shown("generated/" + change.file())));
    if (others.size() > MOST) {
      lines.add("  and " + (others.size() - MOST) + " more");
    }
    return lines;
  }

  private static String wish(Change change) {
    return switch (change.kind()) {
      case ADDED -> "add";
      case CHANGED -> "change";
      case REMOVED -> "remove";
    };
  }
}
