package org.hubfleet.model.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Finds pools by the names that a hub uses, and says how a server gets to their nodes. Reports
 * {@code sizes/unknown-pool}, {@code sizes/unknown-room} and {@code sizes/indistinct-pool}.
 */
public record Nodes(Pools pools, List<Diagnostic> problems) {
  private static final RuleName UNKNOWN = RuleName.of("sizes/unknown-pool");
  private static final RuleName NO_ROOM = RuleName.of("sizes/unknown-room");
  private static final RuleName INDISTINCT = RuleName.of("sizes/indistinct-pool");

  /** What every user pod tolerates already. */
  private static final List<String> USUAL =
      List.of("hub.jupyter.org/dedicated", "hub.jupyter.org_dedicated");

  /** The pool that a value names, with room that is known and nodes that can be told apart. */
  public Optional<Pool> pool(Scalar name) {
    if (pools.areBroken()) {
      return Optional.empty();
    }
    Optional<Pool> found = pools.named(name.text()).filter(Pool::isForUsers);
    if (found.isEmpty()) {
      problems.add(unknown(name));
    } else if (found.get().room().isEmpty()) {
      problems.add(
          error(name, NO_ROOM, "nothing says what a node of the pool " + name.text() + " offers")
              .hint("name its machine, or add allocatable, in " + file())
              .related(found.get().origin().place(), "the pool"));
      return Optional.empty();
    } else if (found.get().selector().isEmpty() && pools.all().size() > 1) {
      problems.add(
          error(name, INDISTINCT, "nothing tells nodes of the pool " + name.text() + " from others")
              .hint("give it a label of its own in " + file()));
      return Optional.empty();
    }
    return found;
  }

  private Diagnostic unknown(Scalar name) {
    List<String> known = pools.forUsers().stream().map(Pool::name).toList();
    return error(
            name,
            UNKNOWN,
            "cluster "
                + pools.cluster().name()
                + " has no pool \""
                + name.text()
                + "\" for servers")
        .hint(
            Nearest.to(name.text(), known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(
                    known.isEmpty()
                        ? "add pools in " + file()
                        : "pools are " + String.join(", ", known)));
  }

  private String file() {
    return "config/clusters/" + pools.cluster().name() + ".yaml";
  }

  private static Diagnostic error(Scalar at, RuleName rule, String message) {
    return Diagnostic.error(at.origin().place(), rule, message);
  }

  /** The labels that lead to a pool's nodes. */
  public static Optional<Mapping> selector(Pool pool, Origin why) {
    return pool.selector()
        .map(
            selector -> {
              Mapping.Builder labels = Mapping.builder(why);
              selector
                  .entries()
                  .forEach((key, entry) -> labels.put(key, located(entry.value(), why)));
              return labels.build();
            });
  }

  /** The tolerations that a pool's nodes ask for beyond the usual ones; mostly none. */
  public static List<Mapping> tolerations(Pool pool, Origin why) {
    return pool.taints().stream()
        .filter(taint -> !USUAL.contains(text(taint, "key")))
        .map(taint -> toleration(taint, why))
        .toList();
  }

  /** All that a server's choice has to tolerate, for a choice replaces the hub's list; or none. */
  public static Optional<Sequence> allTolerations(Pool pool, Origin why) {
    List<Mapping> more = tolerations(pool, why);
    if (more.isEmpty()) {
      return Optional.empty();
    }
    List<Mapping> all = new ArrayList<>();
    for (String key : USUAL) {
      Mapping taint =
          Mapping.builder(why)
              .put("key", key)
              .put("value", "user")
              .put("effect", "NoSchedule")
              .build();
      all.add(toleration(taint, why));
    }
    all.addAll(more);
    return Optional.of(Sequence.of(all, why));
  }

  private static Mapping toleration(Mapping taint, Origin why) {
    Mapping.Builder toleration =
        Mapping.builder(why).put("key", located(taint.get("key").orElseThrow(), why));
    toleration.put("operator", taint.get("value").isPresent() ? "Equal" : "Exists");
    taint.get("value").ifPresent(value -> toleration.put("value", located(value, why)));
    return toleration.put("effect", located(taint.get("effect").orElseThrow(), why)).build();
  }

  private static Node located(Node fact, Origin why) {
    return fact.from(why.with(fact.origin()));
  }

  private static String text(Mapping map, String key) {
    return map.get(key).flatMap(Node::string).orElse("");
  }
}
