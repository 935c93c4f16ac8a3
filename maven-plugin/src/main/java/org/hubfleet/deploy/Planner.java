package org.hubfleet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compare.Side;
import org.hubfleet.compare.Texts;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.write.Output;

/**
 * Finds what differs between a tip and what was compiled. Reads as little as it can: files are told
 * apart by the names git gives to their content, and only those that differ are opened.
 *
 * <p>Reports {@code deploy/not-ours}.
 */
final class Planner {
  private static final RuleName NOT_OURS = RuleName.of("deploy/not-ours");

  private final Remote remote;
  private final Snapshot tip;
  private final SortedMap<String, String> compiled;
  private final BlobNames names;
  private final Scope scope;
  private final Set<String> touched = new HashSet<>();
  private final Set<Part> partsBefore = new HashSet<>();
  private final Set<Part> partsAfter = new HashSet<>();

  /**
   * @param names of the content of what was compiled
   */
  Planner(Remote remote, Snapshot tip, Output compiled, BlobNames names, Scope scope) {
    this.remote = remote;
    this.tip = tip;
    this.compiled = compiled.files();
    this.names = names;
    this.scope = scope;
    tip.files().keySet().stream()
        .filter(path -> !Notes.isNote(path))
        .map(Part::of)
        .forEach(partsBefore::add);
    this.compiled.keySet().stream().map(Part::of).forEach(partsAfter::add);
    Stream.concat(partsBefore.stream(), partsAfter.stream())
        .filter(scope::has)
        .flatMap(part -> part.cluster().stream())
        .forEach(touched::add);
  }

  /** The plan; throws when the repository cannot be read. */
  Plan plan() throws IOException {
    SortedSet<String> candidates = differing(compiled.keySet().stream().filter(this::isWanted));
    List<String> lists = compiled.keySet().stream().filter(this::isSharedElsewhere).toList();
    List<String> unwanted = unwanted();
    remote.need(blobs(candidates, lists, unwanted));
    try (ObjectReader reader = remote.reader()) {
      Owned owned = new Owned(path -> text(reader, path));
      SortedSet<String> removals = new TreeSet<>(unwanted.stream().filter(owned::covers).toList());
      SortedMap<String, String> writes = new TreeMap<>();
      candidates.forEach(path -> writes.put(path, compiled.get(path)));
      writes.putAll(sharedLists(lists, writes.keySet(), removals, reader));
      List<Diagnostic> problems = new ArrayList<>();
      writes.keySet().forEach(path -> obstacle(path, owned).ifPresent(problems::add));
      return new Plan(
          tip,
          writes,
          removals,
          clusters(writes, owned),
          (int) partsBefore.stream().filter(Part::isHub).count(),
          changes(writes, removals, reader),
          problems);
    }
  }

  private static Set<String> clusters(SortedMap<String, String> writes, Owned before) {
    String marker = writes.get(Owned.MARKER);
    return marker == null
        ? before.clusters()
        : new Owned(path -> Optional.of(marker).filter(text -> path.equals(Owned.MARKER)))
            .clusters();
  }

  /** What the run is about, and what its clusters share and lack. */
  private boolean isWanted(String path) {
    Part part = Part.of(path);
    boolean lacking =
        !part.isHub() && isTouched(part) && !tip.has(path) && SharedList.at(path).isEmpty();
    return scope.has(part) || lacking;
  }

  private boolean isSharedElsewhere(String path) {
    Part part = Part.of(path);
    return !scope.has(part) && isTouched(part) && SharedList.at(path).isPresent();
  }

  private boolean isTouched(Part part) {
    return part.cluster().map(touched::contains).orElse(!touched.isEmpty());
  }

  private SortedSet<String> differing(Stream<String> paths) {
    return new TreeSet<>(paths.filter(this::differs).toList());
  }

  private boolean differs(String path) {
    ObjectId there = tip.files().get(path);
    return there == null || !there.equals(names.of(path, compiled.get(path)));
  }

  /** Files in scope that are not wanted, in folders that hold a list of ours. */
  private List<String> unwanted() {
    return tip.files().keySet().stream()
        .filter(path -> !compiled.containsKey(path) && scope.has(Part.of(path)))
        .filter(path -> !Notes.isNote(path) && tip.files().containsKey(folder(path) + Owned.LIST))
        .toList();
  }

  private Set<ObjectId> blobs(Set<String> candidates, List<String> lists, List<String> unwanted) {
    Set<String> paths = new TreeSet<>(candidates);
    paths.addAll(unwanted);
    List<String> folders = paths.stream().map(path -> folder(path) + Owned.LIST).toList();
    paths.addAll(folders);
    paths.addAll(lists);
    paths.addAll(List.of(Owned.MARKER, Record.NAME));
    Set<ObjectId> blobs = new HashSet<>();
    paths.stream().map(tip.files()::get).filter(Objects::nonNull).forEach(blobs::add);
    return blobs;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private Map<String, String> sharedLists(
      List<String> lists, Set<String> writes, Set<String> removals, ObjectReader reader) {
    SortedMap<String, String> found = new TreeMap<>();
    // Lists name one another, and all of them will be there.
    Set<String> written = new HashSet<>(writes);
    written.addAll(lists);
    for (String path : lists) {
      SharedList list = SharedList.at(path).orElseThrow();
      Optional<String> deployed = text(reader, path);
      String text =
          list.after(
              deployed,
              compiled.get(path),
              line -> isBelow(compiled.keySet(), line, written, removals),
              line -> staysThere(line, removals));
      if (!deployed.equals(Optional.of(text))) {
        found.put(path, text);
      }
    }
    return found;
  }

  /** Whether the compiled file of that path, or some file in that folder, is or will be there. */
  private boolean isBelow(
      Set<String> compiledPaths, String line, Set<String> writes, Set<String> removals) {
    return compiledPaths.stream()
        .filter(path -> path.equals(line) || path.startsWith(line + "/"))
        .anyMatch(
            path ->
                writes.contains(path)
                    || (tip.files().containsKey(path) && !removals.contains(path)));
  }

  private boolean staysThere(String line, Set<String> removals) {
    return tip.files().containsKey(line) && !removals.contains(line)
        || tip.files().subMap(line + "/", line + "0").keySet().stream()
            .anyMatch(path -> !removals.contains(path));
  }

  private Optional<Diagnostic> obstacle(String path, Owned owned) {
    boolean taken = tip.has(path) && !(tip.files().containsKey(path) && owned.covers(path));
    Optional<String> inTheWay =
        taken
            ? Optional.of(path)
            : parents(path)
                .filter(parent -> tip.files().containsKey(parent) || tip.others().contains(parent))
                .findFirst();
    return inTheWay.map(
        file ->
            Diagnostic.error(
                    Place.ofFile(file),
                    NOT_OURS,
                    "the deployment repository has this already, and no deployment made it")
                .hint("move it away there, or deploy to another folder or branch"));
  }

  private static Stream<String> parents(String path) {
    return Stream.iterate(path, at -> at.contains("/"), at -> at.substring(0, at.lastIndexOf('/')))
        .skip(1);
  }

  private List<PartChange> changes(
      SortedMap<String, String> writes, SortedSet<String> removals, ObjectReader reader) {
    SortedMap<Part, List<String>> byPart = new TreeMap<>();
    Stream.concat(writes.keySet().stream(), removals.stream())
        .sorted()
        .forEach(path -> byPart.computeIfAbsent(Part.of(path), p -> new ArrayList<>()).add(path));
    List<PartChange> changes = new ArrayList<>();
    byPart.forEach((part, paths) -> changes.add(change(part, paths, writes, reader)));
    return changes;
  }

  private PartChange change(
      Part part, List<String> paths, SortedMap<String, String> writes, ObjectReader reader) {
    ObjectChange.Kind kind =
        !partsBefore.contains(part)
            ? ObjectChange.Kind.ADDED
            : partsAfter.contains(part) ? ObjectChange.Kind.CHANGED : ObjectChange.Kind.REMOVED;
    SortedMap<String, String> before = new TreeMap<>();
    SortedMap<String, String> after = new TreeMap<>();
    for (String path : paths) {
      text(reader, path).ifPresent(text -> before.put(path, text));
      boolean matters = kind != ObjectChange.Kind.ADDED || path.endsWith("/" + Side.CONTINUITY);
      if (matters && writes.containsKey(path)) {
        after.put(path, writes.get(path));
      }
    }
    return PartChange.of(
        part, kind, paths, Side.of("deployed", before), Side.of("generated", after), Texts.NONE);
  }

  private Optional<String> text(ObjectReader reader, String path) {
    try {
      return tip.text(reader, path);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
