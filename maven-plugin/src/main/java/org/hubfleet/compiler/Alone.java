package org.hubfleet.compiler;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lift.Trial;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Sources;

/**
 * What trying other lines for one hub tells.
 *
 * @param lines of a hub without errors
 * @param rest of a hub whose own file has lines of the wrong shape
 */
record Alone(Function<Hub, List<Diagnostic>> lines, Function<Hub, List<Diagnostic>> rest) {
  static Alone of(
      Shelf shelf,
      List<CapabilityFolder> folders,
      Languages languages,
      Sources sources,
      Function<Hub, Trial> trials) {
    TypedInstead lines = new TypedInstead(shelf, folders, sources);
    SoundRest rest = new SoundRest(languages.mergedHub(), sources);
    return new Alone(
        hub -> lines.inspect(hub, trials.apply(hub)), hub -> rest.inspect(hub, trials.apply(hub)));
  }

  /**
   * All that is wrong with a hub; where its file is broken a warning may only follow from that.
   *
   * @param found by the passes that look at one hub
   * @param ofFiles what is wrong with the files of the fleet
   */
  List<Diagnostic> ofItself(Hub hub, List<Diagnostic> found, List<Diagnostic> ofFiles) {
    boolean broken =
        ofFiles.stream()
            .anyMatch(
                problem ->
                    problem.isError()
                        && problem.rule().text().startsWith("config/")
                        && problem.place().file().equals(hub.file()));
    return broken
        ? Stream.concat(found.stream(), rest.apply(hub).stream())
            .filter(Diagnostic::isError)
            .distinct()
            .toList()
        : found;
  }
}
