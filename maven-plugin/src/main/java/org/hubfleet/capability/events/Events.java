package org.hubfleet.capability.events;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.model.time.Span;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code events}: from the days before an event to its last day, by the date of the fleet,
 * room is kept for those who come while a new node gets ready, and as many may start at once.
 *
 * <p>Whether there is room for all is checked for every event to come, whatever day it is.
 */
public final class Events implements Capability {
  /** Upstream's own, which an event never lowers. */
  private static final long USUAL_STARTING = 64;

  private static final long USUAL_START = 300;

  private final Shelf shelf;

  public Events(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Calendar calendar = Calendar.of(hub);
    HubSizes sizes = HubSizes.of(hub, shelf);
    Days.check(hub, calendar, problems);
    Beforehand.check(hub, calendar, problems);
    Seats seats = new Seats(hub, calendar, sizes, problems);
    boolean sound = seats.check();
    Unchecked.of(hub, Pools.of(hub.cluster(), shelf), calendar.toCome()).ifPresent(problems::add);
    List<Event> active = calendar.active();
    if (sound && !active.isEmpty()) {
      room(calendar, active, sizes, values);
      starts(hub, active, sizes, values);
    }
    calendar.toCome().forEach(event -> note(event, sizes, values));
    return values.tree();
  }

  /** Placeholders, and the priority that lets servers push them aside. */
  private static void room(
      Calendar calendar, List<Event> active, HubSizes sizes, LoweredValues values) {
    Origin why = calendar.why(active, active.get(0).why());
    long spare = active.stream().mapToLong(event -> spare(event, sizes)).sum();
    values.set("scheduling.podPriority.enabled", Scalar.bool(true, why));
    values.set("scheduling.userPlaceholder.enabled", Scalar.bool(true, why));
    values.set(
        "scheduling.userPlaceholder.replicas", Scalar.integer(calendar.always() + spare, why));
    Placeholders.lower(active.get(0), sizes, values);
  }

  /** As many may start at once as come while a node gets ready, and have the time that takes. */
  private static void starts(Hub hub, List<Event> active, HubSizes sizes, LoweredValues values) {
    Origin why = Origin.of(active.stream().map(Event::origin).toList());
    long spare = active.stream().mapToLong(event -> spare(event, sizes)).sum();
    if (hub.tree().at("life.starting").isEmpty() && spare > USUAL_STARTING) {
      values.set("hub.concurrentSpawnLimit", Scalar.integer(spare, why));
    }
    long longest =
        active.stream().mapToLong(event -> ready(event, sizes).seconds()).max().orElse(0);
    if (hub.tree().at("life.startWithin").isEmpty()) {
      values.set("singleuser.startTimeout", Scalar.integer(longest + USUAL_START, why));
    }
  }

  private static void note(Event event, HubSizes sizes, LoweredValues values) {
    String size = Seats.sizeOf(event, sizes).map(one -> " of " + one.name()).orElse("");
    String text =
        event.from()
            + " to "
            + event.to()
            + ": "
            + event.seats()
            + " seats"
            + size
            + ", room kept for "
            + spare(event, sizes)
            + " from "
            + event.ready();
    values.note("event " + event.name(), Scalar.string(text, event.why()));
  }

  static long spare(Event event, HubSizes sizes) {
    return event.spare(ready(event, sizes));
  }

  private static Span ready(Event event, HubSizes sizes) {
    Optional<Pool> pool = Seats.sizeOf(event, sizes).flatMap(Size::pool);
    return pool.map(Pool::ready).orElse(Pool.USUAL_READY);
  }

  /** A limit that the hub itself sets. */
  static Optional<Scalar> limit(Hub hub, String path) {
    return hub.tree().at(path).flatMap(Node::scalar);
  }
}
