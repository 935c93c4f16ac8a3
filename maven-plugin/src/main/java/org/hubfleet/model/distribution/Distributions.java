package org.hubfleet.model.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.shelf.ShippedDistributions;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/**
 * Finds distributions by name: those that the plugin ships, as {@code name} or {@code
 * name@major.minor}, and those of {@code config/distributions/}.
 *
 * <p>Reports {@code distribution/unknown}, {@code distribution/unknown-version}, {@code
 * distribution/cycle} and {@code distribution/name-taken}.
 */
public final class Distributions {
  private static final RuleName UNKNOWN = RuleName.of("distribution/unknown");
  private static final RuleName UNKNOWN_VERSION = RuleName.of("distribution/unknown-version");
  private static final RuleName CYCLE = RuleName.of("distribution/cycle");
  private static final RuleName TAKEN = RuleName.of("distribution/name-taken");
  private static final String EXTENDS = "extends";

  private final ShippedDistributions shipped;
  private final List<SourceFile> own;

  /** Those that are shipped, and those among these files. */
  public Distributions(ShippedDistributions shipped, Sources sources) {
    this.shipped = shipped;
    this.own = sources.of(SourceFile.Kind.DISTRIBUTION);
  }

  /** What is wrong with the fleet's own, whether or not a hub uses them. */
  public List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> inCycles = new ArrayList<>();
    for (SourceFile file : own) {
      if (shipped.names().contains(file.name())) {
        problems.add(taken(file));
      } else {
        parent(file).ifPresent(named -> problems.addAll(find(named).diagnostics()));
        List<SourceFile> cycle = cycleFrom(file);
        if (!cycle.isEmpty() && !inCycles.contains(file.path())) {
          problems.add(ofCycle(cycle));
          cycle.forEach(member -> inCycles.add(member.path()));
        }
      }
    }
    return problems;
  }

  /**
   * The distribution of that name over those that it extends, weakest first. Without value when one
   * of them is not there; a problem of the fleet's own files is not repeated.
   */
  public Outcome<List<Distribution>> of(Scalar named) {
    Outcome<Distribution> first = find(named);
    List<Distribution> chain = new ArrayList<>();
    Optional<Distribution> next = first.value();
    while (next.isPresent()) {
      Distribution found = next.get();
      if (chain.stream().anyMatch(known -> known.file().equals(found.file()))) {
        return Outcome.none(List.of());
      }
      chain.add(0, found);
      Optional<Scalar> parent =
          found.version().isPresent() ? Optional.empty() : parent(found.tree());
      next = parent.flatMap(name -> find(name).value());
      if (parent.isPresent() && next.isEmpty()) {
        return Outcome.none(List.of());
      }
    }
    return first.value().isEmpty()
        ? Outcome.none(first.diagnostics())
        : Outcome.of(chain, List.of());
  }

  private Outcome<Distribution> find(Scalar named) {
    String[] parts = named.text().split("@", 2);
    String name = parts[0];
    Optional<String> asked = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    List<String> versions = shipped.versions(name);
    Optional<SourceFile> file = ofTheFleet(name);
    if (versions.isEmpty() && file.isEmpty()) {
      return Outcome.none(unknown(named, name));
    }
    if (versions.isEmpty() && asked.isPresent()) {
      return Outcome.none(
          error(named, UNKNOWN_VERSION, "the fleet's own distribution " + name + " has no versions")
              .hint("write " + name));
    }
    if (asked.isPresent() && !versions.contains(asked.get())) {
      return Outcome.none(
          error(
                  named,
                  UNKNOWN_VERSION,
                  "there is no version " + asked.get() + " of the distribution " + name)
              .hint("there is " + name + "@" + String.join(", " + name + "@", versions)));
    }
    if (versions.isEmpty()) {
      Optional<Mapping> tree = file.flatMap(SourceFile::tree).flatMap(Node::mapping);
      return new Outcome<>(
          tree.map(said -> Distribution.ofTheFleet(name, file.get().path(), said, named)),
          List.of());
    }
    String version = asked.or(() -> shipped.newest(name)).orElseThrow();
    return Outcome.of(
        Distribution.shipped(name, version, shipped.tree(name, version), named), List.of());
  }

  private Optional<SourceFile> ofTheFleet(String name) {
    return own.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  private static Optional<Scalar> parent(SourceFile file) {
    return file.tree().flatMap(Node::mapping).flatMap(Distributions::parent);
  }

  private static Optional<Scalar> parent(Mapping tree) {
    return tree.get(EXTENDS)
        .flatMap(Node::scalar)
        .filter(name -> name.kind() == Scalar.Kind.STRING);
  }

  /** The files that lead from that one back to itself; empty when none do. */
  private List<SourceFile> cycleFrom(SourceFile start) {
    List<SourceFile> path = new ArrayList<>();
    Optional<SourceFile> next = Optional.of(start);
    while (next.isPresent() && !path.contains(next.get())) {
      path.add(next.get());
      next =
          parent(next.get())
              .map(Scalar::text)
              .filter(name -> !shipped.names().contains(name))
              .flatMap(this::ofTheFleet);
    }
    return next.filter(start::equals).isPresent() ? path : List.of();
  }

  private static Diagnostic ofCycle(List<SourceFile> cycle) {
    String names = String.join(" extends ", cycle.stream().map(SourceFile::name).toList());
    Diagnostic problem =
        error(
                parent(cycle.get(0)).orElseThrow(),
                CYCLE,
                "this leads back to itself: " + names + " extends " + cycle.get(0).name())
            .hint("let one of them extend none, or a shipped one");
    for (SourceFile other : cycle.subList(1, cycle.size())) {
      problem = problem.related(parent(other).orElseThrow().origin().place(), other.name());
    }
    return problem;
  }

  private static Diagnostic taken(SourceFile file) {
    return Diagnostic.error(
            Place.ofFile(file.path()),
            TAKEN,
            "a distribution called " + file.name() + " comes with the plugin")
        .hint(
            "call this one otherwise; it can build on the other by \"extends: "
                + file.name()
                + "\"");
  }

  private Diagnostic unknown(Scalar named, String name) {
    TreeSet<String> known = new TreeSet<>(shipped.names());
    own.forEach(file -> known.add(file.name()));
    return error(named, UNKNOWN, "there is no distribution \"" + name + "\"")
        .hint(
            Nearest.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("distributions are " + String.join(", ", known)));
  }

  private static Diagnostic error(Scalar at, RuleName rule, String message) {
    return Diagnostic.error(at.origin().place(), rule, message);
  }
}
