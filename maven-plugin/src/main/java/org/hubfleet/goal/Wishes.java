package org.hubfleet.goal;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.compare.Part;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.deploy.Inquiry;
import org.hubfleet.deploy.Scope;
import org.hubfleet.deploy.Wish;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.Waves;

/** What a run asks of the room that deploys. */
final class Wishes {
  private Wishes() {}

  /** Whether a run is about the whole fleet. */
  static boolean isWhole(Settings settings) {
    return !settings.request().isNarrowed() && settings.get(Parameter.WAVE).isEmpty();
  }

  /** The repository that a run is about. */
  static Inquiry inquiry(Settings settings, Fleet fleet) {
    return new Inquiry(
        settings.config(),
        fleet,
        settings.get(Parameter.REPOSITORY),
        settings.get(Parameter.BRANCH));
  }

  /** The wish of a run over a compiled fleet. */
  static Wish of(Session session, Compilation compilation) {
    Settings settings = session.settings();
    return new Wish(
        settings.config(),
        compilation.fleet(),
        compilation.output(),
        scope(settings, compilation),
        earlier(settings, compilation.fleet()),
        settings.get(Parameter.REPOSITORY),
        settings.get(Parameter.BRANCH),
        Compiler.VERSION,
        new Behind(session.compiler(), compilation)::locate);
  }

  /** What is wrong with the wave that a run was told, in a sentence. */
  static Optional<String> mistake(Settings settings, Fleet fleet) {
    List<String> names = Waves.of(fleet).names();
    boolean narrowed = settings.request().isNarrowed();
    return settings
        .get(Parameter.WAVE)
        .filter(wave -> narrowed || !names.contains(wave))
        .map(
            wave ->
                narrowed
                    ? "a wave is deployed whole: leave out cluster and hub"
                    : "there is no wave \"" + wave + "\", waves are " + String.join(", ", names));
  }

  private static Scope scope(Settings settings, Compilation compilation) {
    Optional<String> wave = settings.get(Parameter.WAVE);
    if (wave.isPresent()) {
      return scope(Waves.of(compilation.fleet()), wave.get());
    }
    if (settings.get(Parameter.HUB).isPresent()) {
      return Scope.of(compilation.hubs().stream().map(Wishes::part).toList());
    }
    return settings.get(Parameter.CLUSTER).map(Scope::ofCluster).orElse(Scope.WHOLE);
  }

  private static Scope scope(Waves waves, String name) {
    return new Scope(false, part -> wave(waves, part).equals(name));
  }

  private static String wave(Waves waves, Part part) {
    if (part.cluster().isEmpty()) {
      return waves.last();
    }
    String cluster = part.cluster().get();
    return part.hub().map(hub -> waves.waveOf(cluster, hub)).orElseGet(() -> waves.waveOf(cluster));
  }

  /** The waves before the one that is deployed, unless it may overtake them. */
  private static SortedMap<String, Scope> earlier(Settings settings, Fleet fleet) {
    SortedMap<String, Scope> found = new TreeMap<>();
    Optional<String> wave = settings.get(Parameter.WAVE);
    if (wave.isPresent() && !settings.isGiven(Parameter.OVERTAKE)) {
      Waves waves = Waves.of(fleet);
      waves
          .names()
          .subList(0, waves.names().indexOf(wave.get()))
          .forEach(name -> found.put(name, scope(waves, name)));
    }
    return found;
  }

  private static Part part(Hub hub) {
    return Part.hub(hub.cluster().name(), hub.id());
  }
}
