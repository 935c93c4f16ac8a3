package org.hubfleet.capability.scheduling;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code scheduling}, and the cluster's {@code packing} for every hub on it. While an event
 * is on, the room that is always kept is part of what the event keeps.
 *
 * <p>Reports {@code scheduling/second-packer}, {@code scheduling/paid-puller}, {@code
 * scheduling/no-maximum} and {@code scheduling/no-room}.
 */
public final class Scheduling implements Capability {
  private static final RuleName SECOND = RuleName.of("scheduling/second-packer");
  private static final RuleName PAID = RuleName.of("scheduling/paid-puller");
  private static final RuleName NO_MAXIMUM = RuleName.of("scheduling/no-maximum");
  private static final RuleName NO_ROOM = RuleName.of("scheduling/no-room");
  private static final String SCHEDULER = "scheduling.userScheduler.enabled";
  private static final String PULLER = "prePuller.continuous.enabled";

  private final Shelf shelf;

  public Scheduling(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Optional<Node> packing = hub.cluster().fact("packing");
    String packer = packing.flatMap(Node::string).orElse("hub");
    Optional<Node> scheduler = hub.tree().at(SCHEDULER.replace(".enabled", ""));
    Optional<Node> puller = hub.tree().at("scheduling.pullImages");
    if (!packer.equals("hub")) {
      Origin why = hub.clusterOrigin().with(packing.orElseThrow().origin());
      values.set(SCHEDULER, scheduler.orElse(Scalar.bool(false, why)));
      scheduler.filter(Node::isTrue).ifPresent(yes -> problems.add(second(yes, packing.get())));
    } else {
      scheduler.ifPresent(said -> values.set(SCHEDULER, said));
    }
    if (packer.equals("provider")) {
      Origin why = hub.clusterOrigin().with(packing.orElseThrow().origin());
      values.set(PULLER, puller.orElse(Scalar.bool(false, why)));
      puller.filter(Node::isTrue).ifPresent(yes -> problems.add(paid(yes, packing.get())));
    } else {
      puller.ifPresent(said -> values.set(PULLER, said));
    }
    Calendar calendar = Calendar.of(hub);
    calendar.placeholders().ifPresent(number -> placeholders(hub, calendar, number, values));
    calendar
        .placeholders()
        .filter(number -> number.number().signum() > 0)
        .ifPresent(number -> room(hub, number, problems));
    return values.tree();
  }

  private static void placeholders(
      Hub hub, Calendar calendar, Scalar number, LoweredValues values) {
    if (!calendar.active().isEmpty()) {
      return;
    }
    boolean some = number.number().signum() > 0 && !calendar.closed();
    Scalar kept = calendar.closed() ? Scalar.integer(0, number.origin()) : number;
    values.set("scheduling.userPlaceholder.replicas", kept);
    if (some) {
      values.set("scheduling.podPriority.enabled", Scalar.bool(true, number.origin()));
      values.set("scheduling.userPlaceholder.enabled", Scalar.bool(true, number.origin()));
    }
  }

  private void room(Hub hub, Scalar number, List<Diagnostic> problems) {
    Optional<Size> size = HubSizes.of(hub, shelf).usual().filter(one -> one.perNode().isPresent());
    if (size.isEmpty()) {
      return;
    }
    Pool pool = size.get().pool().orElseThrow();
    if (pool.max().isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  number.origin().place(),
                  NO_MAXIMUM,
                  "nothing says how many nodes "
                      + pool.name()
                      + " may have, so nobody can tell what keeping room may cost")
              .hint("add max to the pool in config/clusters/" + hub.cluster().name() + ".yaml")
              .related(pool.tree().origin().place(), "the pool"));
    } else if (number.number().longValue() > size.get().inAll().orElseThrow()) {
      problems.add(
          Diagnostic.error(
                  number.origin().place(),
                  NO_ROOM,
                  "room for "
                      + number.text()
                      + " servers of the size "
                      + size.get().name()
                      + " is to be kept, and "
                      + pool.name()
                      + " holds "
                      + size.get().inAll().orElseThrow()
                      + " with its most nodes")
              .hint("write placeholders: " + size.get().inAll().orElseThrow() + " or less"));
    }
  }

  private static Diagnostic second(Node said, Node packing) {
    return Diagnostic.warning(
            said.origin().place(),
            SECOND,
            "this cluster packs servers by itself, and a second scheduler only costs room")
        .hint("leave the line out")
        .related(packing.origin().place(), "packing");
  }

  private static Diagnostic paid(Node said, Node packing) {
    return Diagnostic.warning(
            said.origin().place(),
            PAID,
            "the provider makes nodes to measure, so the puller is one more pod to pay for on each"
                + " of them")
        .hint("leave the line out")
        .related(packing.origin().place(), "packing");
  }
}
