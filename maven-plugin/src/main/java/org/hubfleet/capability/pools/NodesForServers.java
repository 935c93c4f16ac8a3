package org.hubfleet.capability.pools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Finds servers that people can choose and that no node of the cluster would take, overrides
 * included: {@code pools/no-such-nodes}, {@code pools/not-tolerated} and {@code pools/no-room}.
 * What nothing is known of is left alone: a pool without an amount, and labels that Kubernetes or
 * the provider may set by themselves.
 */
record NodesForServers(Pools pools, Hub hub) {
  private static final RuleName NO_NODES = RuleName.of("pools/no-such-nodes");
  private static final RuleName TAINTED = RuleName.of("pools/not-tolerated");
  private static final RuleName NO_ROOM = RuleName.of("pools/no-room");

  void inspect(Values values, List<Diagnostic> problems) {
    if (pools.areBroken() || pools.forUsers().isEmpty()) {
      return;
    }
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    for (Wanted server : Choices.of(values)) {
      problem(server).ifPresent(p -> found.putIfAbsent(p.place() + " " + p.rule(), p));
    }
    problems.addAll(found.values());
  }

  private Optional<Diagnostic> problem(Wanted server) {
    List<Pool> there = new ArrayList<>(server.labels().isEmpty() ? pools.forUsers() : pools.all());
    for (Map.Entry<String, Mapping.Entry> label : server.labels().entrySet()) {
      there.removeIf(pool -> !mayHave(pool, label.getKey(), text(label.getValue().value())));
      if (there.isEmpty()) {
        return Optional.of(noNodes(server, label));
      }
    }
    List<Pool> open = there.stream().filter(pool -> intolerable(server, pool).isEmpty()).toList();
    if (open.isEmpty()) {
      return Optional.of(tainted(server, there.get(0)));
    }
    boolean room = open.stream().anyMatch(pool -> holds(pool, server));
    return room ? Optional.empty() : noRoom(server, open);
  }

  /** Whether nodes of a pool have a label, as far as that is known. */
  private boolean mayHave(Pool pool, String key, String value) {
    Optional<String> known = known(pool, key);
    boolean ours =
        pools.all().stream()
            .anyMatch(other -> other.tree().at("labels").flatMap(l -> l.get(key)).isPresent());
    return known.map(value::equals).orElse(!ours && key.contains("/"));
  }

  private Optional<String> known(Pool pool, String key) {
    Optional<String> own =
        pool.tree().get("labels").flatMap(labels -> labels.get(key)).map(NodesForServers::text);
    if (own.isPresent()) {
      return own;
    }
    if (pools.provider().text("labels.machine").filter(key::equals).isPresent()) {
      return pool.machine();
    }
    boolean name = pools.provider().text("labels.pool").filter(key::equals).isPresent();
    return name ? Optional.of(pool.name()) : Optional.empty();
  }

  private static String text(Node value) {
    return value.scalar().map(Scalar::text).orElse("");
  }

  private static Optional<Mapping> intolerable(Wanted server, Pool pool) {
    return pool.taints().stream().filter(taint -> !server.tolerates(taint)).findFirst();
  }

  private static boolean holds(Pool pool, Wanted server) {
    return hasCards(pool, server)
        && pool.room().map(room -> room.holds(server.room())).orElse(true);
  }

  private static boolean hasCards(Pool pool, Wanted server) {
    return server.cards() <= pool.gpu().map(Gpu::perNode).orElse(0);
  }

  /** A line of the hub, else the one that chose the cluster. */
  private Place place(Origin why) {
    return why.configuredPlace().orElse(hub.clusterOrigin().place());
  }

  private Diagnostic noNodes(Wanted server, Map.Entry<String, Mapping.Entry> label) {
    Origin why = label.getValue().value().origin();
    return Diagnostic.error(
            place(why),
            NO_NODES,
            "no pool of the cluster "
                + pools.cluster().name()
                + " has nodes for "
                + server.what()
                + ": none with "
                + label.getKey()
                + ": "
                + text(label.getValue().value())
                + (server.labels().size() > 1 ? " beside the other labels" : ""))
        .hint("leave the selector to sizes, or add the pool to " + file());
  }

  private Diagnostic tainted(Wanted server, Pool pool) {
    Mapping taint = intolerable(server, pool).orElseThrow();
    return Diagnostic.error(
            place(server.why(true)),
            TAINTED,
            "nodes of "
                + pool.name()
                + " turn "
                + server.what()
                + " away: it does not tolerate their taint "
                + text(taint.get("key").orElseThrow()))
        .hint("leave the node to sizes or gpu, which add the toleration")
        .related(taint.origin().place(), "the taint");
  }

  /** Nothing where no line of the hub asks for it: then a size was wrong, and told. */
  private Optional<Diagnostic> noRoom(Wanted server, List<Pool> open) {
    List<Pool> carded = open.stream().filter(pool -> hasCards(pool, server)).toList();
    Pool best = best(carded.isEmpty() ? open : carded);
    if (carded.isEmpty()) {
      return Optional.of(
          Diagnostic.error(
                  place(server.whyCards()),
                  NO_ROOM,
                  server.what()
                      + " asks for "
                      + server.cards()
                      + " cards, and a node of "
                      + best.name()
                      + " has "
                      + best.gpu().map(Gpu::perNode).orElse(0))
              .hint("name a pool with cards")
              .related(best.origin().place(), "the pool"));
    }
    Room missing = server.room().less(best.room().orElseThrow());
    boolean memory = missing.memory().bytes() > 0;
    return server
        .why(memory)
        .configuredPlace()
        .map(
            place ->
                Diagnostic.error(
                        place,
                        NO_ROOM,
                        server.what()
                            + " does not fit on an empty node of "
                            + best.name()
                            + ": "
                            + (memory
                                ? missing.memory().exact()
                                : missing.cores().toPlainString() + " cores")
                            + " are missing")
                    .hint(
                        "servers have "
                            + best.room().orElseThrow().memory().quantity()
                            + " and "
                            + best.room().orElseThrow().cores().toPlainString()
                            + " cores there at most")
                    .related(best.origin().place(), "the pool"));
  }

  private static Pool best(List<Pool> open) {
    return open.stream()
        .max(
            Comparator.comparing(
                pool -> pool.room().map(Room::memory).map(m -> m.bytes()).orElse(0L)))
        .orElseThrow();
  }

  private String file() {
    return "config/clusters/" + pools.cluster().name() + ".yaml";
  }
}
