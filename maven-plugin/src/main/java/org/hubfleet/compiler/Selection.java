package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.SourceFile;
import org.hubfleet.write.Layout;

/**
 * The part of a fleet that a run is about: all of it, the hubs of one cluster, or one hub.
 *
 * <p>Reports {@code narrow/unknown-hub}, {@code narrow/unknown-cluster} and {@code
 * narrow/other-cluster}.
 */
final class Selection {
  private static final RuleName UNKNOWN_HUB = RuleName.of("narrow/unknown-hub");
  private static final RuleName UNKNOWN_CLUSTER = RuleName.of("narrow/unknown-cluster");
  private static final RuleName OTHER_CLUSTER = RuleName.of("narrow/other-cluster");

  private final boolean whole;
  private final Optional<String> cluster;
  private final Set<String> hubs;
  private final Set<String> sources;
  private final Set<String> outputs;

  private Selection(
      boolean whole,
      Optional<String> cluster,
      Set<String> hubs,
      Set<String> sources,
      Set<String> outputs) {
    this.whole = whole;
    this.cluster = cluster;
    this.hubs = hubs;
    this.sources = sources;
    this.outputs = outputs;
  }

  /** What the request asks of the fleet; absent when it names what is not there. */
  static Outcome<Selection> of(Request request, Fleet fleet) {
    List<Diagnostic> problems = new ArrayList<>();
    request.cluster().ifPresent(name -> known(name, fleet).ifPresent(problems::add));
    Optional<SourceFile> file = request.hub().flatMap(name -> file(name, fleet));
    if (request.hub().isPresent() && file.isEmpty()) {
      problems.add(unknownHub(request.hub().get(), fleet));
    }
    Optional<Hub> one = file.flatMap(f -> fleet.hub(Hub.idOf(f)));
    if (one.isPresent() && request.cluster().isPresent() && problems.isEmpty()) {
      otherCluster(one.get(), request.cluster().get()).ifPresent(problems::add);
    }
    return problems.isEmpty()
        ? Outcome.of(select(request, fleet, file, one))
        : Outcome.none(problems);
  }

  private static Selection select(
      Request request, Fleet fleet, Optional<SourceFile> file, Optional<Hub> one) {
    List<Hub> hubs =
        request.hub().isPresent()
            ? one.map(List::of).orElse(List.of())
            : fleet.hubs().stream().filter(hub -> isOn(hub, request.cluster())).toList();
    Set<String> ids = new LinkedHashSet<>(hubs.stream().map(Hub::id).toList());
    Set<String> sources = new LinkedHashSet<>(List.of("config/fleet.yaml"));
    file.ifPresent(f -> sources.add(f.path()));
    request.cluster().ifPresent(name -> sources.add("config/clusters/" + name + ".yaml"));
    Set<String> outputs = new LinkedHashSet<>();
    for (Hub hub : hubs) {
      sources.addAll(sources(hub));
      outputs.add(Layout.folder(hub));
      outputs.add(Layout.platformFile(hub));
      outputs.add(Layout.fluxFile(hub));
    }
    Optional<String> wholeCluster =
        request.hub().isPresent() ? Optional.empty() : request.cluster();
    return new Selection(!request.isNarrowed(), wholeCluster, ids, sources, outputs);
  }

  private static boolean isOn(Hub hub, Optional<String> cluster) {
    return cluster.isEmpty() || hub.cluster().name().equals(cluster.get());
  }

  private static List<String> sources(Hub hub) {
    String folder = "config/communities/" + hub.community() + "/";
    String file = hub.file().substring(hub.file().lastIndexOf('/') + 1).replace(".yaml", "");
    return List.of(
        hub.file(),
        folder + "community.yaml",
        folder + "secrets/" + file + "/",
        folder + "files/",
        "config/files/",
        "config/clusters/" + hub.cluster().name() + ".yaml",
        "config/distributions/");
  }

  /** Whether the run is about everything. */
  boolean isWhole() {
    return whole;
  }

  /** Whether the run is about that hub. */
  boolean isAbout(Hub hub) {
    return whole || hubs.contains(hub.id());
  }

  /** Whether the problem, or a place related to it, lies in a file that the part is made of. */
  boolean isAbout(Diagnostic problem) {
    return whole
        || isSource(problem.place())
        || problem.related().stream().map(Related::place).anyMatch(this::isSource);
  }

  private boolean isSource(Place place) {
    return sources.stream()
        .anyMatch(
            source ->
                source.endsWith("/") ? place.file().startsWith(source) : isFile(source, place));
  }

  private static boolean isFile(String source, Place place) {
    return place.file().equals(source);
  }

  /** Whether the run is about that path of {@code generated/}. */
  boolean isAbout(String path) {
    return whole
        || cluster.filter(name -> path.startsWith(name + "/")).isPresent()
        || outputs.stream()
            .anyMatch(out -> out.endsWith("/") ? path.startsWith(out) : path.equals(out));
  }

  private static Optional<SourceFile> file(String name, Fleet fleet) {
    return fleet.sources().of(SourceFile.Kind.HUB).stream()
        .filter(f -> name.equals(Hub.idOf(f)) || name.equals(f.community() + "/" + f.name()))
        .findFirst();
  }

  private static Optional<Diagnostic> known(String cluster, Fleet fleet) {
    List<String> names =
        fleet.sources().of(SourceFile.Kind.CLUSTER).stream().map(SourceFile::name).toList();
    return names.contains(cluster)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    Place.ofFile("config/clusters"),
                    UNKNOWN_CLUSTER,
                    "there is no cluster \"" + cluster + "\"")
                .hint(didYouMean(cluster, names, "clusters are ")));
  }

  private static Diagnostic unknownHub(String name, Fleet fleet) {
    List<SourceFile> files = fleet.sources().of(SourceFile.Kind.HUB);
    List<String> names =
        files.stream()
            .map(f -> name.contains("/") ? f.community() + "/" + f.name() : Hub.idOf(f))
            .sorted()
            .toList();
    return Diagnostic.error(
            Place.ofFile("config/communities"), UNKNOWN_HUB, "there is no hub \"" + name + "\"")
        .hint(didYouMean(name, names, "hubs are "));
  }

  private static Optional<String> didYouMean(String word, List<String> known, String list) {
    Optional<String> near = Nearest.to(word, known).map(w -> "did you mean \"" + w + "\"?");
    boolean few = !known.isEmpty() && known.size() <= 12;
    return near.or(() -> few ? Optional.of(list + String.join(", ", known)) : Optional.empty());
  }

  private static Optional<Diagnostic> otherCluster(Hub hub, String cluster) {
    return isOn(hub, Optional.of(cluster))
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                hub.clusterOrigin().place(),
                OTHER_CLUSTER,
                "the hub \""
                    + hub.id()
                    + "\" runs on \""
                    + hub.cluster().name()
                    + "\", not on \""
                    + cluster
                    + "\""));
  }
}
