package org.hubfleet.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.SameValue;
import org.hubfleet.source.ValuePath;

/**
 * Puts trees that are equals beside one another: maps join key by key, an equal value is one value,
 * and two different ones at the same path are {@code capability/conflict}, of which the first
 * stays.
 */
final class Union {
  private static final RuleName CONFLICT = RuleName.of("capability/conflict");

  private static final String VARIABLES = "jupyterhub.singleuser.extraEnv.";
  private static final int VARIABLES_DEPTH = 3;

  private final List<Diagnostic> problems;
  private final Place fallback;

  /**
   * @param fallback where to report what nobody wrote
   */
  Union(List<Diagnostic> problems, Place fallback) {
    this.problems = problems;
    this.fallback = fallback;
  }

  /** Both trees as one, keys in the order of first appearance. */
  Mapping of(Mapping one, Mapping other) {
    return maps(one, other, ValuePath.ROOT);
  }

  private Mapping maps(Mapping one, Mapping other, ValuePath path) {
    Mapping joined = one;
    for (Map.Entry<String, Mapping.Entry> entry : other.entries().entrySet()) {
      Node more = entry.getValue().value();
      Optional<Node> old = joined.get(entry.getKey());
      ValuePath at = path.key(entry.getKey());
      joined = joined.with(entry.getKey(), old.map(node -> nodes(node, more, at)).orElse(more));
    }
    return joined;
  }

  private Node nodes(Node old, Node more, ValuePath path) {
    if (old instanceof Mapping one && more instanceof Mapping other) {
      return maps(one, other, path);
    }
    if (SameValue.of(old, more)) {
      return old.from(Origin.of(List.of(old.origin(), more.origin())));
    }
    problems.add(conflict(old, more, path));
    return old;
  }

  private Diagnostic conflict(Node old, Node more, ValuePath path) {
    Optional<String> variable = variable(path);
    String what = variable.map(name -> "the variable " + name).orElse(path.toString());
    return Diagnostic.error(
            place(more),
            CONFLICT,
            "two lines decide about "
                + what
                + ": here it is "
                + ShapeReport.shown(more)
                + ", elsewhere "
                + ShapeReport.shown(old))
        .hint(
            variable.isPresent()
                ? "choose another name for one of the two"
                : "keep one of the two, or decide under overrides")
        .related(place(old), "the other line");
  }

  /** The name, where the path is that of an environment variable of servers. */
  private static Optional<String> variable(ValuePath path) {
    List<ValuePath.Segment> steps = path.segments();
    boolean isOne = path.toString().startsWith(VARIABLES) && steps.size() == VARIABLES_DEPTH + 1;
    return isOne && steps.get(VARIABLES_DEPTH) instanceof ValuePath.Key key
        ? Optional.of(key.name())
        : Optional.empty();
  }

  private Place place(Node node) {
    return node.origin().configuredPlace().orElse(fallback);
  }
}
