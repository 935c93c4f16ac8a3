package org.hubfleet.model.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;

/**
 * A distribution as one file names it.
 *
 * @param version as {@code major.minor}; absent for one of the fleet's own
 * @param file as places name it: below {@code config/} or {@code shelf/}
 * @param tree of the file; values of a shipped one are joined with the place that names it
 * @param named where it is named: in a hub, in defaults, or by {@code extends}
 */
public record Distribution(
    String name, Optional<String> version, String file, Mapping tree, Scalar named) {
  /** What a distribution says of itself, and not of its hubs. */
  private static final List<String> ABOUT =
      List.of("title", "summary", "extends", "lacks", "needs");

  static Distribution ofTheFleet(String name, String file, Mapping tree, Scalar named) {
    return new Distribution(name, Optional.empty(), file, tree, named);
  }

  static Distribution shipped(String name, String version, Mapping tree, Scalar named) {
    Mapping joined = (Mapping) join(tree, named.origin());
    return new Distribution(
        name, Optional.of(version), tree.origin().place().file(), joined, named);
  }

  /** Every value remembers the line by which it got into the fleet. */
  private static Node join(Node node, Origin named) {
    Origin origin = node.origin().with(named);
    if (node instanceof Mapping map) {
      Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
      map.entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key, new Mapping.Entry(entry.key().with(named), join(entry.value(), named))));
      return new Mapping(entries, origin);
    }
    if (node instanceof Sequence list) {
      return Sequence.of(list.items().stream().map(item -> join(item, named)).toList(), origin);
    }
    return node.from(origin);
  }

  /** Its name, and its version where it has one, such as {@code classroom@1.0}. */
  public String label() {
    return version.map(number -> name + "@" + number).orElse(name);
  }

  /**
   * What it says of its hubs on a cluster; the parts that need what the cluster has not are left
   * out.
   *
   * @param has whether the cluster's file says something at a dotted path
   */
  public Mapping layer(Predicate<String> has) {
    Mapping layer = tree;
    for (String key : ABOUT) {
      layer = layer.without(key);
    }
    for (Mapping.Entry need : needs().entries().values()) {
      if (isMet(need.value(), has)) {
        Mapping more = need.value().get("hub").flatMap(Node::mapping).orElseThrow();
        layer = TreeMerge.merge(layer, more);
      }
    }
    return layer;
  }

  /**
   * What of it hubs on a cluster have to do without: what is not there yet at all, and what the
   * cluster has not; phrases by a word each, may be empty.
   */
  public Mapping lacks(Predicate<String> has) {
    Mapping lacks = tree.get("lacks").flatMap(Node::mapping).orElse(Mapping.empty(tree.origin()));
    for (Map.Entry<String, Mapping.Entry> need : needs().entries().entrySet()) {
      Node value = need.getValue().value();
      if (!isMet(value, has)) {
        lacks = lacks.with(need.getKey(), value.get("else").orElseThrow());
      }
    }
    return lacks;
  }

  private Mapping needs() {
    return tree.get("needs").flatMap(Node::mapping).orElse(Mapping.empty(tree.origin()));
  }

  private static boolean isMet(Node need, Predicate<String> has) {
    return need.get("cluster").flatMap(Node::sequence).orElseThrow().items().stream()
        .flatMap(path -> path.string().stream())
        .anyMatch(has);
  }

  /**
   * The same problem; one that is about a line of a shipped distribution, which nobody can change,
   * is told where the distribution is named.
   */
  public Diagnostic told(Diagnostic problem) {
    return version.isPresent() && problem.place().file().equals(file)
        ? problem.at(named.origin().place()).related(problem.place(), label() + " says so")
        : problem;
  }
}
