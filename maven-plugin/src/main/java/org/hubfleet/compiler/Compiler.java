package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Lowering;
import org.hubfleet.lower.check.Checks;
import org.hubfleet.lower.derive.Derivations;
import org.hubfleet.model.Binder;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.LayerCheck;
import org.hubfleet.model.ShapeCheck;
import org.hubfleet.render.Manifest;
import org.hubfleet.render.Patches;
import org.hubfleet.render.Renderer;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.ConfigReader;
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
  private final Vocabularies vocabularies = new Vocabularies(shelf);
  private final LayerCheck layers = new LayerCheck(vocabularies);
  private final Renderer renderer = new Renderer(shelf);

  /**
   * The compiled fleet, and every problem found in the part of it that was asked for, sorted. The
   * value is absent only when there is no config folder or the request names what is not there.
   */
  public Outcome<Compilation> compile(Request request) {
    Outcome<Fleet> bound = bind(request);
    if (bound.value().isEmpty()) {
      return sorted(Optional.empty(), bound.diagnostics());
    }
    Fleet fleet = bound.value().get();
    Outcome<Selection> selected = Selection.of(request, fleet);
    return selected.value().isEmpty()
        ? sorted(Optional.empty(), selected.diagnostics())
        : compile(fleet, selected.value().get(), bound.diagnostics());
  }

  /** The fleet with its links resolved, and what is wrong with its files. */
  public Outcome<Fleet> bind(Request request) {
    return reader
        .read(request.config())
        .then(shapes::check)
        .then(binder::bind)
        .then(fleet -> Outcome.of(request.date().map(fleet::on).orElse(fleet)))
        .then(layers::check);
  }

  /** One hub of a fleet through all passes that look at one hub. */
  public Outcome<CompiledHub> compile(Hub hub) {
    return compile(hub, new Checks(vocabularies, List.of()), verifier(List.of(hub)));
  }

  private Outcome<Compilation> compile(
      Fleet fleet, Selection selection, List<Diagnostic> bindProblems) {
    Verifier verifier = verifier(fleet.hubs());
    Checks checks = new Checks(vocabularies, bindProblems);
    SortedMap<String, String> files = new TreeMap<>();
    List<Diagnostic> inside = new ArrayList<>();
    List<Diagnostic> outside = new ArrayList<>();
    bindProblems.forEach(p -> (selection.isAbout(p) ? inside : outside).add(p));
    int objects = 0;
    for (HubFiles hub : TwoAtATime.map(fleet.hubs(), hub -> files(hub, checks, verifier))) {
      files.putAll(hub.files());
      boolean selected = selection.isAbout(hub.hub());
      (selected ? inside : outside).addAll(hub.problems());
      objects += selected ? hub.objects() : 0;
    }
    files.putAll(Layout.fleet(VERSION, clusters(fleet), files));
    List<Hub> hubs = fleet.hubs().stream().filter(selection::isAbout).toList();
    int elsewhere = (int) outside.stream().distinct().filter(Diagnostic::isError).count();
    Compilation compilation =
        new Compilation(fleet, hubs, Output.of(files), selection::isAbout, objects, elsewhere);
    return sorted(Optional.of(compilation), inside);
  }

  private Verifier verifier(List<Hub> hubs) {
    List<String> used =
        hubs.stream().map(hub -> hub.cluster().minor()).distinct().sorted().toList();
    return new Verifier(shelf, used);
  }

  private static List<String> clusters(Fleet fleet) {
    return fleet.hubs().stream().map(hub -> hub.cluster().name()).distinct().sorted().toList();
  }

  /** What is kept of a compiled hub: the objects themselves would fill the memory. */
  private record HubFiles(
      Hub hub, SortedMap<String, String> files, int objects, List<Diagnostic> problems) {}

  private HubFiles files(Hub hub, Checks checks, Verifier verifier) {
    Outcome<CompiledHub> compiled = compile(hub, checks, verifier);
    List<Manifest> manifests = compiled.value().map(CompiledHub::manifests).orElse(List.of());
    SortedMap<String, String> files =
        compiled.value().isPresent() ? Layout.hub(hub, manifests) : new TreeMap<>();
    return new HubFiles(hub, files, manifests.size(), compiled.diagnostics());
  }

  private Outcome<CompiledHub> compile(Hub hub, Checks checks, Verifier verifier) {
    return lowering
        .merge(hub)
        .then(checks::check)
        .then(lowering::derive)
        .then(
            blueprint ->
                renderer
                    .render(blueprint)
                    .then(manifests -> Patches.apply(blueprint.hub(), manifests))
                    .then(manifests -> verifier.verify(blueprint, manifests))
                    .then(manifests -> Outcome.of(new CompiledHub(blueprint, manifests))));
  }

  private static Outcome<Compilation> sorted(
      Optional<Compilation> value, List<Diagnostic> problems) {
    return new Outcome<>(value, Masking.of(problems.stream().distinct().sorted().toList()));
  }
}
