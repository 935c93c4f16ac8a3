package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;

/** A hub file with lines in place of values under {@code overrides}. */
final class Rewrite {
  private static final String OVERRIDES = "overrides";
  private static final List<String> LAST = List.of("secrets", "extensions", "expects", OVERRIDES);

  private Rewrite() {}

  /** The file with those lines, without the values that they stand for. */
  static Mapping of(Mapping file, List<Proposal> proposals) {
    Mapping lines = Mapping.empty(file.origin());
    Mapping left = Mapping.empty(file.origin());
    List<ValuePath> gone = new ArrayList<>();
    for (Proposal proposal : proposals) {
      lines = TreeMerge.merge(lines, proposal.lines());
      left = proposal.left().isPresent() ? TreeMerge.merge(left, proposal.left().get()) : left;
      gone.addAll(proposal.said());
    }
    return ordered(TreeMerge.merge(without(file, gone, left), lines));
  }

  /** What a hub is comes first, its overrides last. */
  private static Mapping ordered(Mapping file) {
    Mapping.Builder ordered = Mapping.builder(file.origin());
    file.entries()
        .forEach(
            (key, entry) -> {
              if (!LAST.contains(key)) {
                ordered.put(key, entry.key(), entry.value());
              }
            });
    for (String key : LAST) {
      Optional.ofNullable(file.entries().get(key))
          .ifPresent(entry -> ordered.put(key, entry.key(), entry.value()));
    }
    return ordered.build();
  }

  /** The overrides without some values; what is to stay of them joins the first block of values. */
  private static Mapping without(Mapping file, List<ValuePath> gone, Mapping stays) {
    List<Node> blocks = new ArrayList<>();
    Mapping waiting = stays;
    for (Node block : Told.blocks(file)) {
      Mapping left = block.mapping().orElseThrow();
      boolean holds = left.get("values").isPresent();
      for (ValuePath path : gone) {
        List<ValuePath.Segment> steps = ValuePath.of("values", "jupyterhub").then(path).segments();
        left = cut(left, steps);
      }
      if (holds && !waiting.isEmpty()) {
        left = TreeMerge.merge(left, Told.line("values.jupyterhub", waiting));
        waiting = Mapping.empty(file.origin());
      }
      if (left.get("values").isPresent() || left.get("patch").isPresent()) {
        blocks.add(left);
      }
    }
    return blocks.isEmpty()
        ? file.without(OVERRIDES)
        : file.with(OVERRIDES, Sequence.of(blocks, file.get(OVERRIDES).orElseThrow().origin()));
  }

  /** Maps that are left empty go too. */
  private static Mapping cut(Mapping tree, List<ValuePath.Segment> steps) {
    String key = ((ValuePath.Key) steps.get(0)).name();
    if (steps.size() == 1) {
      return tree.without(key);
    }
    Optional<Mapping> inner = tree.get(key).flatMap(Node::mapping);
    if (inner.isEmpty()) {
      return tree;
    }
    Mapping left = cut(inner.get(), steps.subList(1, steps.size()));
    return left.isEmpty() && !inner.get().isEmpty() ? tree.without(key) : tree.with(key, left);
  }
}
