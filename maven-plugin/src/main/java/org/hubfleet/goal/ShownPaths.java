package org.hubfleet.goal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;

/**
 * Turns the paths of a run into paths that the person who called it can open. Within a run files
 * are called {@code config/...}, {@code generated/...} and {@code schemas/...}, and so they stay
 * where these are the folders of the checkout that the person is in. Other folders are told
 * relative to the folder of the call, or in full when they lie outside it.
 */
record ShownPaths(Map<String, String> folders) {
  /** Those of a run. */
  static ShownPaths of(Settings settings) {
    Map<String, String> folders = new LinkedHashMap<>();
    folders.put("config", shown("config", settings.config(), settings));
    folders.put("generated", shown("generated", settings.generated(), settings));
    folders.put("schemas", shown("schemas", settings.schemas(), settings));
    return new ShownPaths(folders);
  }

  private static String shown(String name, Path folder, Settings settings) {
    Path root = absolute(settings.root());
    Path from = absolute(settings.calledFrom());
    Path named = absolute(folder);
    if (named.equals(root.resolve(name)) && from.startsWith(root)) {
      return name;
    }
    Path shown = named.startsWith(from) ? from.relativize(named) : named;
    return shown.toString().replace('\\', '/');
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** What the person calls a file or folder of the run. */
  String shown(String file) {
    int slash = file.indexOf('/');
    String first = slash < 0 ? file : file.substring(0, slash);
    return folders.getOrDefault(first, first) + (slash < 0 ? "" : file.substring(slash));
  }

  /** What the run calls a file of the person. */
  String within(String shown) {
    for (Map.Entry<String, String> folder : folders.entrySet()) {
      if (shown.startsWith(folder.getValue() + "/")) {
        return folder.getKey() + shown.substring(folder.getValue().length());
      }
    }
    return shown;
  }

  /** The same problem at the person's paths. */
  Diagnostic shown(Diagnostic problem) {
    return new Diagnostic(
        problem.severity(),
        problem.rule(),
        shown(problem.place()),
        problem.message(),
        problem.hint(),
        problem.related().stream()
            .map(other -> new Related(shown(other.place()), other.message()))
            .toList(),
        problem.masked());
  }

  private Place shown(Place place) {
    return new Place(shown(place.file()), place.line(), place.column());
  }
}
