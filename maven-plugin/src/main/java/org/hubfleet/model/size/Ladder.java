package org.hubfleet.model.size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Share;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * All sizes of a hub: steps of halves of a node, and those with amounts of their own.
 *
 * <p>Reports {@code sizes/too-small}, beside what {@link Nodes} and {@link Amounts} report.
 */
public record Ladder(Mapping tree, Nodes nodes, List<Diagnostic> problems) {
  private static final RuleName TOO_SMALL = RuleName.of("sizes/too-small");

  /** Below this JupyterLab does not start. */
  private static final Memory LEAST = new Memory(256L << 20);

  /** The smallest first. */
  public List<Size> all() {
    List<Size> sizes = new ArrayList<>();
    Optional<Scalar> pool = pool();
    Optional<Node> steps = tree.get("steps");
    boolean whole = tree.get("pool").isPresent() && tree.get("named").isEmpty();
    if (pool.isPresent() && (steps.isPresent() || whole)) {
      sizes.addAll(steps(pool.get(), steps.map(Ladder::number).orElse(1)));
    }
    entries("pools")
        .forEach(
            (name, entry) ->
                sizes.addAll(steps(Scalar.string(name, entry.key()), number(entry.value()))));
    entries("named").forEach((name, entry) -> fixed(name, entry, pool).ifPresent(sizes::add));
    sizes.replaceAll(this::withGroups);
    sizes.sort(Comparator.comparing(Size::limit));
    return sizes;
  }

  /** The pool that is named, else the only one there is to choose. */
  private Optional<Scalar> pool() {
    Optional<Scalar> named = tree.get("pool").flatMap(Node::scalar);
    return named.isPresent() || tree.get("pools").isPresent()
        ? named
        : nodes.pools().usual().map(pool -> Scalar.string(pool.name(), tree.origin()));
  }

  /** The same with the groups that are named beside the sizes. */
  private Size withGroups(Size size) {
    return tree.get("for")
        .flatMap(groups -> groups.get(size.name()))
        .map(groups -> size.saying(Mapping.builder(groups.origin()).put("for", groups).build()))
        .orElse(size);
  }

  private Map<String, Mapping.Entry> entries(String key) {
    return tree.get(key).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }

  private static int number(Node node) {
    return node.scalar().map(scalar -> scalar.number().intValue()).orElseThrow();
  }

  /** The whole node, its half, and so on: as many as asked for. */
  private List<Size> steps(Scalar name, int steps) {
    List<Size> sizes = new ArrayList<>();
    Optional<Pool> pool = nodes.pool(name);
    for (int step = 0; pool.isPresent() && step < steps; step++) {
      Origin why = name.origin().with(pool.get().origin());
      Share share = Share.of(pool.get().room().orElseThrow(), 1 << step);
      if (share.room().memory().compareTo(LEAST) < 0 || share.servers() > pool.get().pods()) {
        problems.add(
            Diagnostic.error(
                    name.origin().place(),
                    TOO_SMALL,
                    share.servers()
                        + " servers on a node of "
                        + name.text()
                        + " would have "
                        + share.room().memory().label()
                        + " each, too little to start")
                .hint("write steps: " + step));
        break;
      }
      long most = pool.get().node().orElseThrow().millicores();
      sizes.add(
          new Size(
              name.text() + "-" + share.servers(),
              Mapping.empty(why),
              share.room(),
              share.room().memory(),
              Optional.of(most),
              pool,
              0,
              why));
    }
    return sizes;
  }

  /** A size with amounts of its own; absent where they are wrong, which is reported. */
  public Optional<Size> one(String name, Mapping.Entry entry) {
    return fixed(name, entry, pool());
  }

  private Optional<Size> fixed(String name, Mapping.Entry entry, Optional<Scalar> usual) {
    Mapping wish = entry.value().mapping().orElseThrow();
    Optional<Scalar> asked = wish.get("pool").flatMap(Node::scalar).or(() -> usual);
    Optional<Pool> pool = asked.flatMap(nodes::pool);
    if (asked.isPresent() && pool.isEmpty()) {
      return Optional.empty();
    }
    Origin why = pool.map(p -> entry.key().with(p.origin())).orElse(entry.key());
    return new Amounts(name, wish, pool, why, problems).size();
  }
}
