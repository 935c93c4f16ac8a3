package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Lowering;
import org.hubfleet.lower.derive.Derivations;
import org.hubfleet.model.Binder;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.ShapeCheck;
import org.hubfleet.render.Renderer;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Sources;
import org.hubfleet.verify.Verifier;
import org.hubfleet.write.Layout;
import org.hubfleet.write.Output;

/**
 * Compiles a config folder into the files of {@code generated/}. Knows nothing of Maven, the clock
 * or the network.
 */
public final class Compiler {
  /** The version that marks the output; moves when the output changes. */
  public static final String VERSION = "0.1";

  private final ConfigReader reader = new ConfigReader();
  private final Shelf shelf = Shelf.open();
  private final List<String> minors = KubernetesBundle.minors(shelf);
  private final ShapeCheck shapes = new ShapeCheck(new Languages(shelf));
  private final Binder binder = new Binder(minors);
  private final Lowering lowering =
      new Lowering(new Upstream(shelf), List.of(), Derivations.all(shelf));
  private final Renderer renderer = new Renderer(shelf);

  /** The compiled fleet, or the part of it asked for, and every problem found, sorted. */
  public Outcome<Compilation> compile(Request request) {
    Outcome<Compilation> outcome =
        reader
            .read(request.config())
            .then(shapes::check)
            .then(binder::bind)
            .then(fleet -> compile(fleet, request));
    return new Outcome<>(
        outcome.value(), outcome.diagnostics().stream().distinct().sorted().toList());
  }

  private Outcome<Compilation> compile(Fleet fleet, Request request) {
    List<Hub> hubs = fleet.hubs();
    Verifier verifier =
        new Verifier(
            shelf,
            List.copyOf(new TreeSet<>(hubs.stream().map(hub -> hub.cluster().minor()).toList())));
    List<Diagnostic> problems = new ArrayList<>();
    SortedMap<String, String> files = new TreeMap<>();
    int objects = 0;
    for (Hub hub : hubs) {
      Outcome<CompiledHub> compiled = compile(hub, verifier);
      problems.addAll(compiled.diagnostics());
      if (compiled.value().isPresent()) {
        files.putAll(Layout.hub(hub, compiled.value().get().manifests()));
        objects += compiled.value().get().manifests().size();
      }
    }
    List<String> clusters =
        hubs.stream().map(hub -> hub.cluster().name()).distinct().sorted().toList();
    files.putAll(Layout.fleet(VERSION, clusters, files));
    Predicate<String> scope = path -> true;
    return Outcome.of(new Compilation(fleet, Output.of(files), scope, objects), problems);
  }

  private Outcome<CompiledHub> compile(Hub hub, Verifier verifier) {
    return lowering
        .lower(hub)
        .then(
            blueprint ->
                renderer
                    .render(blueprint)
                    .then(manifests -> verifier.verify(blueprint, manifests))
                    .then(manifests -> Outcome.of(new CompiledHub(blueprint, manifests))));
  }

  /** The sources as read, for excerpts in reports; empty when there is no folder. */
  public Sources sources(Request request) {
    return reader.read(request.config()).value().orElse(new Sources(List.of()));
  }
}
