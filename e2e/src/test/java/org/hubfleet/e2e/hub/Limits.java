package org.hubfleet.e2e.hub;

import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** The groups that choices are kept for, found anywhere in a hub file. */
final class Limits {
  private static final String KEY = "allowed_groups";

  private Limits() {}

  static Set<String> of(Node tree) {
    Set<String> found = new TreeSet<>();
    collect(tree, found);
    return found;
  }

  private static void collect(Node node, Set<String> found) {
    if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, found));
    } else if (node instanceof Mapping map) {
      map.get(KEY)
          .flatMap(Node::sequence)
          .ifPresent(
              groups ->
                  groups
                      .items()
                      .forEach(group -> group.scalar().map(Scalar::text).ifPresent(found::add)));
      map.entries().values().forEach(entry -> collect(entry.value(), found));
    }
  }
}
