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
import org.hubfleet.model.pool.Room;
import org.hubfleet.model.pool.Share;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * All sizes of a hub: steps of halves of a node, and those with amounts of their own.
 *
 * <p>Reports {@code sizes/too-large}, with what is missing, {@code sizes/too-small} and {@code
 * sizes/guarantee-over-memory}.
 */
public record Ladder(Mapping tree, Nodes nodes, List<Diagnostic> problems) {
  private static final RuleName TOO_LARGE = RuleName.of("sizes/too-large");
  private static final RuleName TOO_SMALL = RuleName.of("sizes/too-small");
  private static final RuleName OVER = RuleName.of("sizes/guarantee-over-memory");

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
              Optional.empty(),
              share.room(),
              share.room().memory(),
              Optional.of(most),
              pool,
              0,
              why));
    }
    return sizes;
  }

  private Optional<Size> fixed(String name, Mapping.Entry entry, Optional<Scalar> usual) {
    Node wish = entry.value();
    Optional<Scalar> asked = wish.get("pool").flatMap(Node::scalar).or(() -> usual);
    Optional<Pool> pool = asked.flatMap(nodes::pool);
    if (asked.isPresent() && pool.isEmpty()) {
      return Optional.empty();
    }
    Memory limit = memory(wish, "memory").orElseThrow();
    Memory kept = memory(wish, "guaranteed").orElse(limit);
    Origin why = pool.map(p -> entry.key().with(p.origin())).orElse(entry.key());
    Optional<Long> most =
        wish.get("cpu")
            .flatMap(Node::scalar)
            .map(cores -> Room.millicores(cores.number()))
            .or(() -> pool.flatMap(Pool::node).map(Room::millicores));
    if (kept.compareTo(limit) > 0) {
      problems.add(
          Diagnostic.error(
              wish.get("guaranteed").orElseThrow().origin().place(),
              OVER,
              "more memory is kept for the size " + name + " than it may use, " + limit.label()));
      return Optional.empty();
    }
    Optional<Room> node = pool.flatMap(Pool::room);
    if (node.isPresent() && limit.compareTo(node.get().memory()) > 0) {
      problems.add(tooLarge(name, wish, limit, node.get().memory(), asked.orElseThrow()));
      return Optional.empty();
    }
    long cores = node.map(room -> proportion(room, kept)).orElse(0L);
    return Optional.of(
        new Size(
            name,
            wish.get("title").flatMap(Node::string),
            new Room(Math.min(cores, most.orElse(cores)), kept),
            limit,
            most,
            pool,
            0,
            why));
  }

  /** As much of the node's CPU as of its memory. */
  private static long proportion(Room node, Memory kept) {
    return (long) ((double) node.millicores() * 0.98 * kept.bytes() / node.memory().bytes());
  }

  private static Optional<Memory> memory(Node wish, String key) {
    return wish.get(key).flatMap(Node::string).flatMap(Memory::parse);
  }

  private static Diagnostic tooLarge(
      String name, Node wish, Memory limit, Memory room, Scalar pool) {
    return Diagnostic.error(
            wish.get("memory").orElseThrow().origin().place(),
            TOO_LARGE,
            "the size "
                + name
                + " does not fit on a node of "
                + pool.text()
                + ": "
                + limit.less(room).exact()
                + " are missing")
        .hint("servers have " + room.quantity() + " there at most: choose less, or another pool");
  }
}
