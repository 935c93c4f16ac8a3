package org.hubfleet.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.schema.Violation;
import org.hubfleet.shelf.Languages;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.ValuePath;

/**
 * Holds each hub, its layers merged, against the whole schema, and takes away the keys of hubs and
 * clusters that have not the right shape, so that whoever reads the rest can trust it. Reports
 * rules of the topic {@code config} that no single file has broken, such as a key that is missing.
 */
public final class SoundKeys {
  private static final String BROKEN = "(broken)";

  private final Shape hub;
  private final Shape layer;
  private final Shape cluster;
  private final ShapeReport report = new ShapeReport("config", KeyPlaces.NONE);

  public SoundKeys(Languages languages) {
    hub = languages.mergedHub();
    layer = languages.file(SourceFile.Kind.HUB);
    cluster = languages.file(SourceFile.Kind.CLUSTER);
  }

  /** The same fleet without unsound keys, and the problems of merged hubs. */
  public Outcome<Fleet> check(Fleet fleet) {
    List<Diagnostic> problems = new ArrayList<>();
    Map<String, Cluster> clusters = new HashMap<>();
    for (Cluster found : fleet.clusters()) {
      Mapping tree = sound(found.tree(), cluster.violations(ClusterFacts.own(found.tree())));
      clusters.put(found.name(), found.saying(tree));
    }
    List<Hub> hubs = new ArrayList<>();
    for (Hub found : fleet.hubs()) {
      hubs.add(sound(found, problems).on(clusters.get(found.cluster().name())));
    }
    return Outcome.of(
        new Fleet(
            fleet.tree(),
            fleet.clusters().stream().map(found -> clusters.get(found.name())).toList(),
            hubs,
            fleet.sources()),
        problems.stream().distinct().toList());
  }

  private Hub sound(Hub found, List<Diagnostic> problems) {
    List<Violation> violations = hub.violations(found.tree());
    if (violations.isEmpty()) {
      return found;
    }
    Set<Known> known = new LinkedHashSet<>();
    report.inspect(layer, found.tree()).forEach(p -> known.add(new Known(p.rule(), p.place())));
    report.inspect(hub, found.tree()).stream()
        .filter(problem -> !known.contains(new Known(problem.rule(), problem.place())))
        .forEach(problem -> problems.add(found.told(problem)));
    return found.saying(sound(found.tree(), violations));
  }

  private record Known(RuleName rule, Place place) {}

  private static Mapping sound(Mapping tree, List<Violation> violations) {
    Mapping left = tree;
    List<Scalar> broken = new ArrayList<>();
    for (Violation violation : violations) {
      String key = topKey(violation);
      if (left.get(key).isPresent()) {
        broken.add(Scalar.string(key, tree.keyOrigin(key)));
        left = left.without(key);
      }
    }
    return broken.isEmpty() ? tree : left.with(BROKEN, Sequence.of(broken, tree.origin()));
  }

  private static String topKey(Violation violation) {
    List<ValuePath.Segment> path = violation.path().segments();
    return path.isEmpty()
        ? violation.property()
        : path.get(0) instanceof ValuePath.Key key ? key.name() : "";
  }

  /** Whether a key was there and was taken away. */
  static boolean isBroken(Mapping tree, String key) {
    Optional<Sequence> broken = tree.get(BROKEN).flatMap(Node::sequence);
    return broken.stream()
        .flatMap(names -> names.items().stream())
        .anyMatch(name -> name.string().filter(key::equals).isPresent());
  }
}
