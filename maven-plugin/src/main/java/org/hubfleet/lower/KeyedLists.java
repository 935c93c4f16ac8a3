package org.hubfleet.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.SchemaStep;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;

/**
 * The lists of upstream that are maps by name until all layers are merged, so that capabilities and
 * overrides can add to them, change one entry, or take one away.
 *
 * <p>A map that stands where the vocabulary wants a list is such a list, and so is one at a place
 * that takes both and is marked {@code x-keyed}. Its entries become the items in their order.
 *
 * @param paths from the root {@code jupyterhub}, the deepest first
 */
record KeyedLists(List<ValuePath> paths) {
  private static final RuleName REPLACED = RuleName.of("capability/list-replaced");

  /** The entry whose content every other entry gets. */
  private static final String EACH = "*";

  KeyedLists {
    paths = List.copyOf(paths);
  }

  /** Those of a tree below {@code jupyterhub}. */
  static KeyedLists in(Mapping jupyterhub, SchemaWalk vocabulary) {
    List<ValuePath> found = new ArrayList<>();
    vocabulary.walk(
        jupyterhub,
        ValuePath.ROOT,
        step -> {
          if (step.value() instanceof Mapping && wantsList(step)) {
            found.add(step.path());
          }
        });
    found.sort(Comparator.comparingInt(path -> -path.segments().size()));
    return new KeyedLists(found);
  }

  /** The tree with a list wherever a layer gave a map by name at one of those paths. */
  static Mapping plain(Mapping jupyterhub, List<ValuePath> marked) {
    return new KeyedLists(marked)
        .each(jupyterhub, node -> node instanceof Mapping map ? inOrder(map) : node);
  }

  private static boolean wantsList(SchemaStep step) {
    return step.takes("array") && (!step.takes("object") || step.is("x-keyed"));
  }

  /** The tree with the content of {@code *} in every other entry, under what the entry says. */
  Mapping spread(Mapping jupyterhub) {
    return each(jupyterhub, node -> node instanceof Mapping map ? spreadEntries(map) : node);
  }

  private static Mapping spreadEntries(Mapping map) {
    Optional<Mapping> every = map.get(EACH).flatMap(Node::mapping);
    if (every.isEmpty()) {
      return map;
    }
    Mapping.Builder spread = Mapping.builder(map.origin());
    map.without(EACH)
        .entries()
        .forEach(
            (name, entry) ->
                spread.put(
                    name,
                    entry.key(),
                    entry.value() instanceof Mapping own
                        ? TreeMerge.merge(every.get(), own).from(own.origin())
                        : entry.value()));
    return spread.build();
  }

  /** The tree with its lists at these places as maps by index, so that entries join them. */
  Mapping keyed(Mapping jupyterhub) {
    return each(jupyterhub, node -> node instanceof Sequence list ? byIndex(list) : node);
  }

  private static Mapping byIndex(Sequence list) {
    Mapping.Builder map = Mapping.builder(list.origin());
    for (int i = 0; i < list.items().size(); i++) {
      map.put(Integer.toString(i), list.items().get(i));
    }
    return map.build();
  }

  /**
   * The merged tree with lists at these places. A list that an override put there has replaced what
   * capabilities said: {@code capability/list-replaced}.
   */
  Mapping listed(Mapping jupyterhub, List<Diagnostic> problems) {
    Mapping tree = jupyterhub;
    for (ValuePath path : paths) {
      tree = changed(tree, path.segments(), node -> listed(node, path, problems));
    }
    return tree;
  }

  private static Node listed(Node node, ValuePath path, List<Diagnostic> problems) {
    if (node instanceof Sequence list) {
      problems.add(replaced(list, path));
    }
    return node instanceof Mapping map ? inOrder(map) : node;
  }

  private static Sequence inOrder(Mapping map) {
    return Sequence.of(
        map.entries().values().stream().map(Mapping.Entry::value).toList(), map.origin());
  }

  private static Diagnostic replaced(Sequence list, ValuePath path) {
    ValuePath whole = ValuePath.of("jupyterhub").then(path);
    Diagnostic problem =
        Diagnostic.warning(
                list.origin().place(),
                REPLACED,
                "this list replaces all that the hub's other lines put into " + whole)
            .hint("write a map by name, which adds to them, or remove those lines");
    return list.origin().overrode().stream()
        .flatMap(old -> old.configuredPlace().stream())
        .findFirst()
        .map(place -> problem.related(place, "replaced"))
        .orElse(problem);
  }

  private Mapping each(Mapping jupyterhub, UnaryOperator<Node> change) {
    Mapping tree = jupyterhub;
    for (ValuePath path : paths) {
      tree = changed(tree, path.segments(), change);
    }
    return tree;
  }

  private static Mapping changed(
      Mapping tree, List<ValuePath.Segment> path, UnaryOperator<Node> change) {
    String key = path.get(0) instanceof ValuePath.Key first ? first.name() : "";
    Mapping.Entry entry = tree.entries().get(key);
    if (entry == null) {
      return tree;
    }
    List<ValuePath.Segment> rest = path.subList(1, path.size());
    Node value =
        rest.isEmpty()
            ? change.apply(entry.value())
            : entry.value() instanceof Mapping inner ? changed(inner, rest, change) : entry.value();
    return value == entry.value() ? tree : tree.with(key, value);
  }
}
