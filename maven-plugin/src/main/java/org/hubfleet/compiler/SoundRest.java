package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lift.Trial;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.Violation;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.ValuePath;

/**
 * What is wrong with the sound lines of a key of a hub that also has a line of the wrong shape, so
 * that people hear of both at once. A key with such a line says nothing to the other passes; here
 * the line alone is taken out and the rest is tried, and only what stands within that key and does
 * not speak of the line that is gone counts: the rest might only follow from its absence.
 */
final class SoundRest {
  /** More slips than that in one file are mended first. */
  private static final int MOST_SLIPS = 20;

  private final Shape shape;
  private final Sources sources;

  /**
   * @param shape of a hub with all its layers
   * @param sources of the fleet
   */
  SoundRest(Shape shape, Sources sources) {
    this.shape = shape;
    this.sources = sources;
  }

  /** The problems of a hub's own file that the trial finds. */
  List<Diagnostic> inspect(Hub hub, Trial trial) {
    Optional<Mapping> file =
        sources.at(hub.file()).flatMap(SourceFile::tree).flatMap(Node::mapping);
    List<List<String>> slips = new ArrayList<>();
    Optional<Mapping> rest = file.map(tree -> withoutSlips(tree, slips));
    if (slips.isEmpty() || slips.size() == MOST_SLIPS) {
      return List.of();
    }
    Set<Place> within = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (List<String> slip : slips) {
      rest.get().get(slip.get(0)).ifPresent(value -> places(value, within));
      gone.add(slip.get(slip.size() - 1));
    }
    return within.isEmpty()
        ? List.of()
        : trial.of(rest.get()).stream()
            .flatMap(outcome -> outcome.diagnostics().stream())
            .filter(problem -> within.contains(problem.place()))
            .filter(problem -> gone.stream().noneMatch(name -> speaksOf(name, problem)))
            .toList();
  }

  private Mapping withoutSlips(Mapping tree, List<List<String>> slips) {
    Mapping left = tree;
    while (slips.size() < MOST_SLIPS) {
      Optional<List<String>> next =
          shape.violations(left).stream()
              .map(SoundRest::slip)
              .filter(path -> !path.isEmpty())
              .findFirst();
      if (next.isEmpty()) {
        return left;
      }
      slips.add(next.get());
      left = without(left, next.get());
    }
    return left;
  }

  /** The path of what has to go; lists go as a whole. */
  private static List<String> slip(Violation violation) {
    List<String> path = new ArrayList<>();
    for (ValuePath.Segment segment : violation.path().segments()) {
      if (!(segment instanceof ValuePath.Key key)) {
        return path;
      }
      path.add(key.name());
    }
    boolean ofKey =
        violation.keyword().equals("additionalProperties")
            || violation.keyword().equals("propertyNames");
    if (ofKey && !violation.property().isEmpty()) {
      path.add(violation.property());
    }
    return path;
  }

  private static Mapping without(Mapping tree, List<String> path) {
    String key = path.get(0);
    Optional<Mapping> below = tree.get(key).flatMap(Node::mapping);
    return path.size() == 1 || below.isEmpty()
        ? tree.without(key)
        : tree.with(key, without(below.get(), path.subList(1, path.size())));
  }

  /** Where everything below a value stands, without the value itself. */
  private static void places(Node value, Set<Place> found) {
    if (value instanceof Mapping map) {
      for (Mapping.Entry entry : map.entries().values()) {
        found.add(entry.key().place());
        found.add(entry.value().origin().place());
        places(entry.value(), found);
      }
    } else if (value instanceof Sequence list) {
      list.items().forEach(item -> found.add(item.origin().place()));
      list.items().forEach(item -> places(item, found));
    }
  }

  private static boolean speaksOf(String name, Diagnostic problem) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
        .matcher(problem.message() + " " + problem.hint().orElse(""))
        .find();
  }
}
