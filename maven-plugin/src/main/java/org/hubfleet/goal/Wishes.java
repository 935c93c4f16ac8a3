package org.hubfleet.goal;

import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.Part;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.deploy.Scope;
import org.hubfleet.deploy.Wish;
import org.hubfleet.model.Hub;

/** What a run asks of the room that deploys. */
final class Wishes {
  private Wishes() {}

  /** The wish of a run over a compiled fleet. */
  static Wish of(Session session, Compilation compilation) {
    Settings settings = session.settings();
    return new Wish(
        settings.config(),
        compilation.fleet(),
        compilation.output(),
        scope(settings, compilation.hubs()),
        settings.get(Parameter.REPOSITORY),
        settings.get(Parameter.BRANCH),
        Compiler.VERSION,
        new Behind(session.compiler(), compilation)::locate);
  }

  private static Scope scope(Settings settings, List<Hub> hubs) {
    Optional<String> cluster = settings.get(Parameter.CLUSTER);
    if (settings.get(Parameter.HUB).isPresent()) {
      return Scope.of(hubs.stream().map(Wishes::part).toList());
    }
    return cluster.map(Scope::ofCluster).orElse(Scope.WHOLE);
  }

  private static Part part(Hub hub) {
    return Part.hub(hub.cluster().name(), hub.id());
  }
}
