package org.hubfleet.capability.sizes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Groups;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Nodes;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code gpu} to a profile: one card, or one share of one, and as much of the node as goes
 * with it. Reports {@code gpu/no-cards}.
 */
final class Cards {
  private static final RuleName NO_CARDS = RuleName.of("gpu/no-cards");
  private static final String PROFILE = "singleuser.profileList.gpu.";

  private Cards() {}

  static void lower(
      Hub hub, Mapping wish, Nodes nodes, LoweredValues values, List<Diagnostic> problems) {
    Scalar name = wish.get("pool").flatMap(Node::scalar).orElseThrow();
    Optional<Pool> pool = nodes.pool(name);
    if (pool.isEmpty()) {
      return;
    }
    Optional<Gpu> gpu = pool.get().gpu();
    if (gpu.isEmpty()) {
      problems.add(
          Diagnostic.error(
                  name.origin().place(),
                  NO_CARDS,
                  "nodes of the pool " + name.text() + " have no cards")
              .hint("name a pool with cards, or add gpu: {type: ...} to it in its cluster's file")
              .related(pool.get().origin().place(), "the pool"));
      return;
    }
    Origin why = name.origin().with(pool.get().origin());
    Sizes.server(why, values);
    values.set("singleuser.profileList.server.default", Scalar.bool(true, why));
    values.set(
        PROFILE + "display_name", wish.get("title").orElse(Scalar.string(title(gpu.get()), why)));
    values.set(PROFILE + "slug", Scalar.string("gpu", why));
    wish.get("for")
        .map(groups -> Sequence.of(Groups.names(groups), groups.origin()))
        .ifPresent(groups -> values.set(PROFILE + "allowed_groups", groups));
    values.set(
        PROFILE + "kubespawner_override", HubSizes.card(pool.get(), gpu.get(), why).override());
    pullers(pool.get(), why, values);
  }

  private static String title(Gpu gpu) {
    String card = gpu.type().toUpperCase(Locale.ROOT) + " card";
    return gpu.shares() > 1 ? "A share of a " + card : "A " + card;
  }

  /** The nodes with cards fetch images beforehand, as the others do. */
  private static void pullers(Pool pool, Origin why, LoweredValues values) {
    for (Mapping toleration : Nodes.tolerations(pool, why)) {
      values.entry(
          "prePuller.extraTolerations",
          toleration.get("key").flatMap(Node::string).orElseThrow(),
          toleration);
    }
  }
}
