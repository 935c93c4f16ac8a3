package org.hubfleet.model.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Makes a pool of its lines, the facts of the provider and the table of machines. */
final class PoolReader {
  private final Cluster cluster;
  private final Provider provider;
  private final Mapping lines;
  private final Reservation reservation;

  PoolReader(Cluster cluster, Provider provider, Mapping lines) {
    this.cluster = cluster;
    this.provider = provider;
    this.lines = lines;
    this.reservation = new Reservation(provider);
  }

  Pool pool(String name, Mapping tree) {
    Optional<Mapping> machine = machine(tree);
    int pods =
        (int)
            integer(tree.get("pods"))
                .or(() -> integer(machine.flatMap(m -> m.get("pods"))))
                .or(() -> integer(provider.fact("pods")))
                .orElse(110L)
                .longValue();
    Optional<Gpu> gpu = gpu(tree, machine);
    Optional<Room> said = room(tree.get("allocatable"));
    Optional<Room> node =
        said.or(() -> tree.get("pods").isPresent() ? Optional.empty() : measured(machine))
            .or(() -> machine.flatMap(PoolReader::room).map(m -> reservation.left(m, pods)));
    return new Pool(
        name,
        tree,
        node,
        daemonsets(),
        pods,
        gpu,
        taints(tree, gpu),
        selector(name, tree),
        origin(tree, machine));
  }

  /** What is known of the machine itself: by its lines, or by the table. */
  private Optional<Mapping> machine(Mapping tree) {
    Optional<Node> said = tree.get("machine");
    return said.flatMap(Node::mapping)
        .or(() -> said.flatMap(Node::string).flatMap(provider::machine));
  }

  private static Optional<Room> measured(Optional<Mapping> machine) {
    return room(machine.flatMap(m -> m.get("measured")));
  }

  private Room daemonsets() {
    return room(cluster.fact("daemonsets"))
        .or(() -> room(provider.fact("daemonsets")))
        .orElseThrow();
  }

  private static Optional<Room> room(Optional<Node> node) {
    return node.flatMap(PoolReader::room);
  }

  private static Optional<Room> room(Node node) {
    Optional<Long> cpu =
        node.get("cpu").flatMap(Node::scalar).map(s -> Room.millicores(s.number()));
    Optional<Memory> memory =
        node.get("memory").flatMap(Node::scalar).map(Scalar::text).flatMap(Memory::parse);
    return cpu.isPresent() && memory.isPresent()
        ? Optional.of(new Room(cpu.get(), memory.get()))
        : Optional.empty();
  }

  private static Optional<Gpu> gpu(Mapping tree, Optional<Mapping> machine) {
    Optional<Node> own = tree.get("gpu");
    Optional<Node> known = machine.flatMap(m -> m.get("gpu"));
    Optional<String> type =
        own.flatMap(g -> g.get("type"))
            .or(() -> known.flatMap(g -> g.get("type")))
            .flatMap(Node::string);
    Optional<Long> count =
        integer(own.flatMap(g -> g.get("count")))
            .or(() -> integer(tree.at("allocatable.gpu")))
            .or(() -> integer(known.flatMap(g -> g.get("count"))));
    long shares = integer(own.flatMap(g -> g.get("shares"))).orElse(1L);
    return own.isEmpty() && count.orElse(0L) == 0
        ? Optional.empty()
        : Optional.of(
            new Gpu(type.orElse("gpu"), (int) count.orElse(1L).longValue(), (int) shares));
  }

  private static Optional<Long> integer(Optional<Node> node) {
    return node.flatMap(Node::scalar).map(scalar -> scalar.number().longValue());
  }

  private List<Mapping> taints(Mapping tree, Optional<Gpu> gpu) {
    List<Mapping> all = new ArrayList<>(maps(tree.get("taints")));
    if (gpu.isPresent()) {
      all.addAll(maps(provider.fact("gpu.taints")));
    }
    if (tree.get("spot").filter(Node::isTrue).isPresent()) {
      all.addAll(maps(provider.fact("spot.taints")));
    }
    List<Mapping> distinct = new ArrayList<>();
    for (Mapping taint : all) {
      if (distinct.stream().noneMatch(known -> isSame(known, taint))) {
        distinct.add(taint);
      }
    }
    return distinct;
  }

  private static boolean isSame(Mapping one, Mapping other) {
    return text(one, "key").equals(text(other, "key"))
        && text(one, "effect").equals(text(other, "effect"));
  }

  private static String text(Mapping map, String key) {
    return map.get(key).flatMap(Node::string).orElse("");
  }

  private static List<Mapping> maps(Optional<Node> list) {
    return list.flatMap(Node::sequence).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> item.mapping().stream())
        .toList();
  }

  /**
   * Labels that no other pool has, else the machine type, else the provider's name of the pool. A
   * label that other pools for servers have not at all comes last: what is chosen joins the labels
   * of what is usual, and can only change their values.
   */
  private Optional<Mapping> selector(String name, Mapping tree) {
    Mapping own = distinctLabels(name, tree);
    Mapping common = common(name, own);
    if (!common.isEmpty()) {
      return Optional.of(common);
    }
    Optional<Scalar> machine =
        tree.get("machine").flatMap(Node::scalar).filter(type -> isOnlyOne(name, type));
    Origin why = lines.keyOrigin(name);
    return machine
        .flatMap(type -> label("labels.machine", type))
        .or(() -> label("labels.pool", Scalar.string(name, why)))
        .or(() -> Optional.of(own).filter(labels -> !labels.isEmpty()));
  }

  /** Those of which every other pool for servers has a value too. */
  private Mapping common(String name, Mapping labels) {
    Mapping.Builder common = Mapping.builder(labels.origin());
    for (Map.Entry<String, Mapping.Entry> label : labels.entries().entrySet()) {
      boolean everywhere =
          others(name).stream()
              .filter(PoolReader::isForUsers)
              .noneMatch(other -> labelOf(other, label.getKey()).isEmpty());
      if (everywhere) {
        common.put(label.getKey(), label.getValue().value());
      }
    }
    return common.build();
  }

  private static boolean isForUsers(Node pool) {
    return pool.get("purpose").flatMap(Node::string).map("user"::equals).orElse(true);
  }

  private Optional<Mapping> label(String fact, Scalar value) {
    return provider.text(fact).map(key -> Mapping.builder(value.origin()).put(key, value).build());
  }

  private Mapping distinctLabels(String name, Mapping tree) {
    Mapping labels = tree.get("labels").flatMap(Node::mapping).orElse(Mapping.empty(tree.origin()));
    Mapping.Builder distinct = Mapping.builder(labels.origin());
    if (provider.fact("ownLabels").map(Node::isTrue).orElse(true)) {
      for (Map.Entry<String, Mapping.Entry> label : labels.entries().entrySet()) {
        String text = label.getValue().value().string().orElse("");
        if (others(name).stream().noneMatch(o -> labelOf(o, label.getKey()).equals(text))) {
          distinct.put(label.getKey(), label.getValue().value());
        }
      }
    }
    return distinct.build();
  }

  private static String labelOf(Node pool, String key) {
    return pool.get("labels").flatMap(labels -> labels.get(key)).flatMap(Node::string).orElse("");
  }

  private boolean isOnlyOne(String name, Scalar machine) {
    return others(name).stream()
        .noneMatch(
            other ->
                other
                    .get("machine")
                    .flatMap(Node::string)
                    .filter(machine.text()::equals)
                    .isPresent());
  }

  private List<Node> others(String name) {
    return lines.entries().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(name))
        .map(entry -> entry.getValue().value())
        .toList();
  }

  private static Origin origin(Mapping tree, Optional<Mapping> machine) {
    Origin said =
        tree.get("allocatable")
            .or(() -> tree.get("machine"))
            .map(Node::origin)
            .orElse(tree.origin());
    boolean table = tree.get("allocatable").isEmpty() && machine.isPresent();
    return table ? said.with(machine.get().origin()) : said;
  }
}
