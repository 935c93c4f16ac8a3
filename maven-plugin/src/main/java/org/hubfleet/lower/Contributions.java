package org.hubfleet.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;

/**
 * What all capabilities together say of one hub.
 *
 * <p>Reports {@code capability/conflict}, {@code capability/missing-need} and {@code
 * capability/excluded}.
 *
 * @param hub with all that its lines stand for
 * @param tree by root, as {@link Capability#lower} describes it
 * @param lists the places where its maps are lists of upstream
 */
record Contributions(Hub hub, Mapping tree, KeyedLists lists) {
  private static final RuleName MISSING = RuleName.of("capability/missing-need");
  private static final RuleName EXCLUDED = RuleName.of("capability/excluded");

  static Contributions of(
      Hub written,
      List<KnownCapability> capabilities,
      SchemaWalk vocabulary,
      List<Diagnostic> problems) {
    Hub hub = written;
    for (KnownCapability known : capabilities) {
      hub = known.capability().spelledOut(hub, problems);
    }
    Union union = new Union(problems, hub.clusterOrigin().place());
    Mapping tree = Mapping.empty(hub.clusterOrigin());
    for (KnownCapability known : capabilities) {
      if (isFree(hub, known.folder(), problems)) {
        tree = union.of(tree, known.capability().lower(hub, problems));
      }
    }
    Mapping values = root(tree, "jupyterhub");
    KeyedLists lists = KeyedLists.in(values, vocabulary);
    Mapping spread = lists.spread(values);
    return new Contributions(
        hub, spread.isEmpty() ? tree : tree.with("jupyterhub", spread.from(tree.origin())), lists);
  }

  /** Whether nothing that the hub says keeps a capability from being lowered. */
  private static boolean isFree(Hub hub, CapabilityFolder folder, List<Diagnostic> problems) {
    Optional<String> used =
        folder.keys().stream().filter(hub.tree().entries()::containsKey).findFirst();
    boolean free = true;
    for (String need : used.isEmpty() ? List.<String>of() : folder.needs()) {
      if (!hub.has(need)) {
        problems.add(
            Diagnostic.error(
                    hub.tree().keyOrigin(used.get()).place(),
                    MISSING,
                    used.get() + " means nothing without " + need)
                .hint("add the key " + need));
        free = false;
      }
    }
    for (String other : used.isEmpty() ? List.<String>of() : folder.excludes()) {
      if (hub.has(other)) {
        problems.add(
            Diagnostic.error(
                    hub.tree().keyOrigin(used.get()).place(),
                    EXCLUDED,
                    used.get() + " and " + other + " contradict each other")
                .hint("remove one of the two")
                .related(hub.tree().keyOrigin(other).place(), other));
        free = false;
      }
    }
    return free;
  }

  /** The upstream values, by root. */
  Mapping values() {
    Mapping.Builder values = Mapping.builder(tree.origin());
    tree.get("jupyterhub").ifPresent(own -> values.put("jupyterhub", own));
    return values.build();
  }

  /** What goes below {@code context}. */
  Mapping context() {
    return root(tree, "context");
  }

  /** What people have to know, texts by a few words. */
  Mapping notes() {
    return root(tree, "notes");
  }

  /** The hub with the lines that capabilities add to its own. */
  Hub serve() {
    Mapping secrets = root(tree, "secrets");
    Mapping expects = root(tree, "expects");
    Mapping own = hub.tree();
    if (!secrets.isEmpty()) {
      own = own.with("secrets", TreeMerge.merge(secrets, root(own, "secrets")));
    }
    if (!expects.isEmpty()) {
      List<Node> lines = new ArrayList<>();
      own.get("expects").flatMap(Node::sequence).map(Sequence::items).ifPresent(lines::addAll);
      for (Map.Entry<String, Mapping.Entry> line : expects.entries().entrySet()) {
        lines.add(line.getValue().value());
      }
      own = own.with("expects", Sequence.of(lines, lines.get(0).origin()));
    }
    return own == hub.tree() ? hub : hub.saying(own);
  }

  private static Mapping root(Mapping tree, String name) {
    return tree.get(name).flatMap(Node::mapping).orElseGet(() -> Mapping.empty(tree.origin()));
  }
}
