package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hubfleet.capability.Capabilities;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.flux.Addresses;
import org.hubfleet.flux.FluxObjects;
import org.hubfleet.flux.Order;
import org.hubfleet.lift.Trial;
import org.hubfleet.lower.KnownCapability;
import org.hubfleet.lower.Lowering;
import org.hubfleet.lower.check.Checks;
import org.hubfleet.lower.derive.Derivations;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.EncryptedSecrets;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.NobodysAcknowledgement;
import org.hubfleet.model.Waves;
import org.hubfleet.parallel.Meanwhile;
import org.hubfleet.parallel.TwoAtATime;
import org.hubfleet.render.Manifest;
import org.hubfleet.render.Renderer;
import org.hubfleet.render.ValuesTemplate;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.CapabilityFolders;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.Sources;
import org.hubfleet.verify.Verifier;
import org.hubfleet.verify.fleet.FleetCheck;
import org.hubfleet.write.Layout;
import org.hubfleet.write.Output;

/**
 * Compiles a config folder into the files of {@code generated/}. Knows nothing of Maven, the clock
 * or the network.
 */
public final class Compiler {
  /** The version that marks the output; moves when the output changes. */
  public static final String VERSION = "0.1";

  private final Shelf shelf = Shelf.open();
  private final Supplier<Renderer> renderer = Meanwhile.making(() -> new Renderer(shelf));
  private final List<CapabilityFolder> folders = CapabilityFolders.of(shelf);
  private final Vocabularies vocabularies = new Vocabularies(shelf);
  private final Lowering lowering =
      new Lowering(
          new Upstream(shelf),
          vocabularies,
          folders.stream().map(this::capability).toList(),
          Derivations.all(shelf));
  private final Languages languages = new Languages(shelf);
  private final FrontEnd frontEnd = new FrontEnd(shelf, languages, vocabularies);
  private final Trials trials = new Trials(frontEnd, lowering);
  private final FluxObjects flux = new FluxObjects(shelf);

  private KnownCapability capability(CapabilityFolder folder) {
    boolean computes = folder.java().isPresent();
    return new KnownCapability(
        folder, computes ? Capabilities.of(folder, shelf) : new ValuesTemplate(folder, shelf));
  }

  /**
   * The compiled fleet, and every problem found in the part of it that was asked for, sorted. The
   * value is absent only when there is no config folder or the request names what is not there.
   */
  public Outcome<Compilation> compile(Request request) {
    return compile(request, Progress.SILENT);
  }

  /** The same; tells how far it is. */
  public Outcome<Compilation> compile(Request request, Progress progress) {
    Outcome<Fleet> bound = bind(request);
    if (bound.value().isEmpty()) {
      return sorted(Optional.empty(), bound.diagnostics());
    }
    Fleet fleet = bound.value().get();
    progress.read(fleet);
    Outcome<Selection> selected = Selection.of(request, fleet);
    return selected.value().isEmpty()
        ? sorted(Optional.empty(), selected.diagnostics())
        : compile(
            fleet,
            selected.value().get(),
            bound.diagnostics(),
            Alone.of(
                shelf,
                folders,
                languages,
                fleet.sources(),
                hub -> trial(fleet.sources(), request.date(), hub.file())),
            progress);
  }

  /** The fleet with its links resolved, and what is wrong with its files. */
  public Outcome<Fleet> bind(Request request) {
    return frontEnd.bind(request);
  }

  /**
   * Tries other lines for one hub, without its neighbours.
   *
   * @param sources of its fleet
   * @param file the path of the hub file, which need not be there yet
   */
  public Trial trial(Sources sources, Optional<String> date, String file) {
    return trials.of(sources, date, file);
  }

  /** One hub without encrypted Secrets through all passes that look at one hub. */
  public Outcome<CompiledHub> compile(Hub hub) {
    return compile(hub, List.of());
  }

  /**
   * One hub through all passes that look at one hub.
   *
   * @param secrets of the fleet, of which those of the hub count
   */
  public Outcome<CompiledHub> compile(Hub hub, List<EncryptedSecret> secrets) {
    Checks checks = new Checks(vocabularies, List.of(), new Sources(List.of()));
    Verifier verifier = verifier(Stream.of(hub.cluster().minor()));
    return passes(checks, verifier, secrets).compile(hub);
  }

  private Outcome<Compilation> compile(
      Fleet fleet,
      Selection selection,
      List<Diagnostic> bindProblems,
      Alone alone,
      Progress progress) {
    Outcome<List<EncryptedSecret>> secrets = EncryptedSecrets.of(fleet);
    List<EncryptedSecret> encrypted = secrets.value().orElse(List.of());
    Verifier verifier = verifier(fleet.clusters().stream().map(Cluster::minor));
    HubPasses passes =
        passes(new Checks(vocabularies, bindProblems, fleet.sources()), verifier, encrypted);
    SortedMap<String, String> files = new TreeMap<>();
    List<Diagnostic> inside = new ArrayList<>();
    List<Diagnostic> outside = new ArrayList<>();
    List<Diagnostic> above = new ArrayList<>(bindProblems);
    above.addAll(secrets.diagnostics());
    above.addAll(PassedDays.of(fleet));
    above.addAll(CrowdedPools.of(fleet, shelf));
    above.addAll(Waves.of(fleet).problems());
    above.addAll(NobodysAcknowledgement.of(fleet));
    Set<Snippet> snippets = new LinkedHashSet<>();
    int objects = 0;
    List<HubFiles> compiled =
        TwoAtATime.map(fleet.hubs(), hub -> told(passes.files(hub, alone.lines()), progress));
    above.addAll(FleetCheck.inspect(compiled.stream().map(HubFiles::footprint).toList()));
    for (HubFiles hub : compiled) {
      files.putAll(hub.files());
      boolean selected = selection.isAbout(hub.hub());
      (selected ? inside : outside).addAll(alone.ofItself(hub.hub(), hub.problems(), bindProblems));
      objects += selected ? hub.objects() : 0;
      snippets.addAll(selected ? hub.snippets() : List.of());
    }
    above.addAll(Addresses.inspect(fleet));
    for (Cluster cluster : fleet.clusters()) {
      List<Manifest> manifests = flux.of(cluster, !fleet.hubsOn(cluster).isEmpty());
      above.addAll(verifier.verify(cluster, manifests));
      above.addAll(Order.inspect(orders(cluster, manifests, compiled)));
      files.putAll(Layout.cluster(cluster, manifests));
    }
    above.forEach(p -> (selection.isAbout(p) ? inside : outside).add(p));
    files.putAll(Layout.fleet(VERSION, clusters(files), files));
    List<Hub> hubs = fleet.hubs().stream().filter(selection::isAbout).toList();
    int elsewhere = (int) outside.stream().distinct().filter(Diagnostic::isError).count();
    Compilation compilation =
        new Compilation(
            fleet,
            hubs,
            Output.of(files),
            selection::isAbout,
            objects,
            elsewhere,
            List.copyOf(snippets),
            encrypted);
    Waivers waivers = new Waivers(fleet);
    return sorted(
        Optional.of(compilation),
        waivers.apply(inside.stream().distinct().toList(), selection.isWhole()));
  }

  private static HubFiles told(HubFiles hub, Progress progress) {
    progress.compiled(hub.files());
    return hub;
  }

  private static List<Order> orders(
      Cluster cluster, List<Manifest> manifests, List<HubFiles> compiled) {
    return Stream.concat(
            Order.of(manifests).stream(),
            compiled.stream()
                .filter(hub -> hub.hub().cluster().name().equals(cluster.name()))
                .flatMap(hub -> hub.order().stream()))
        .toList();
  }

  private HubPasses passes(Checks checks, Verifier verifier, List<EncryptedSecret> secrets) {
    return new HubPasses(lowering, renderer, flux, checks, verifier, secrets);
  }

  private Verifier verifier(Stream<String> minors) {
    return new Verifier(shelf, minors.distinct().sorted().toList());
  }

  private static List<String> clusters(SortedMap<String, String> files) {
    return files.keySet().stream().map(file -> file.split("/", 2)[0]).distinct().toList();
  }

  private static Outcome<Compilation> sorted(
      Optional<Compilation> value, List<Diagnostic> problems) {
    return new Outcome<>(
        value, Masking.of(Ambiguities.onlyAlone(problems.stream().distinct().sorted().toList())));
  }
}
