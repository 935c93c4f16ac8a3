package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.flux.FluxObjects;
import org.hubfleet.flux.Order;
import org.hubfleet.lower.Lowering;
import org.hubfleet.lower.check.Checks;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Patches;
import org.hubfleet.render.Renderer;
import org.hubfleet.verify.Verifier;
import org.hubfleet.verify.fleet.Footprint;
import org.hubfleet.write.Layout;

/** The passes that look at one hub, with what they need in one run. Safe for threads. */
final class HubPasses {
  private final Lowering lowering;
  private final Supplier<Renderer> renderer;
  private final FluxObjects flux;
  private final Checks checks;
  private final Verifier verifier;
  private final List<EncryptedSecret> secrets;

  /**
   * @param secrets of the fleet, of which those of a hub count for it
   */
  HubPasses(
      Lowering lowering,
      Supplier<Renderer> renderer,
      FluxObjects flux,
      Checks checks,
      Verifier verifier,
      List<EncryptedSecret> secrets) {
    this.lowering = lowering;
    this.renderer = renderer;
    this.flux = flux;
    this.checks = checks;
    this.verifier = verifier;
    this.secrets = List.copyOf(secrets);
  }

  /** The hub's objects and their problems. */
  Outcome<CompiledHub> compile(Hub hub) {
    List<EncryptedSecret> own = secretsOf(hub);
    return lowering
        .merge(hub)
        .then(checks::check)
        .then(lowering::derive)
        .then(
            blueprint ->
                renderer
                    .get()
                    .render(blueprint)
                    .then(manifests -> Patches.apply(blueprint.hub(), manifests))
                    .then(manifests -> flux.of(blueprint, manifests, own))
                    .then(manifests -> verifier.verify(blueprint, manifests, own))
                    .then(manifests -> Outcome.of(new CompiledHub(blueprint, manifests))));
  }

  /**
   * The hub's files and their problems.
   *
   * @param lines finds lines that say the same, of a hub without errors
   */
  HubFiles files(Hub hub, Function<Hub, List<Diagnostic>> lines) {
    Outcome<CompiledHub> outcome = compile(hub);
    List<Diagnostic> problems =
        new ArrayList<>(outcome.diagnostics().stream().map(hub::told).toList());
    if (problems.stream().noneMatch(Diagnostic::isError)) {
      problems.addAll(lines.apply(hub));
    }
    if (outcome.value().isEmpty()) {
      return new HubFiles(
          hub, new TreeMap<>(), Footprint.of(hub), List.of(), 0, List.of(), problems);
    }
    CompiledHub compiled = outcome.value().get();
    List<EncryptedSecret> own = secretsOf(hub);
    return new HubFiles(
        hub,
        Layout.hub(compiled.blueprint(), compiled.manifests(), own),
        Footprint.of(compiled.blueprint(), compiled.manifests(), own),
        Order.of(compiled.manifests()),
        compiled.manifests().size(),
        Snippet.of(compiled.blueprint()),
        problems);
  }

  private List<EncryptedSecret> secretsOf(Hub hub) {
    return secrets.stream().filter(secret -> secret.hub().equals(hub.id())).toList();
  }
}
