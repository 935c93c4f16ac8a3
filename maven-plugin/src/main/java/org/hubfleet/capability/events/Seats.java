package org.hubfleet.capability.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Finds events whose people have no room: {@code events/unknown-size}, {@code events/two-sizes},
 * {@code events/no-maximum}, {@code events/no-room}, {@code events/running-limit} and {@code
 * events/starting-limit}.
 */
record Seats(Hub hub, Calendar calendar, HubSizes sizes, List<Diagnostic> problems) {
  private static final RuleName UNKNOWN = RuleName.of("events/unknown-size");
  private static final RuleName TWO = RuleName.of("events/two-sizes");
  private static final RuleName NO_MAXIMUM = RuleName.of("events/no-maximum");
  private static final RuleName NO_ROOM = RuleName.of("events/no-room");
  private static final RuleName RUNNING = RuleName.of("events/running-limit");
  private static final RuleName STARTING = RuleName.of("events/starting-limit");

  /** The size of an event's servers; absent where the hub has no sizes, or not that one. */
  static Optional<Size> sizeOf(Event event, HubSizes sizes) {
    return event.size().isPresent() ? sizes.named(event.size().get().text()) : sizes.usual();
  }

  /** Whether every event to come has the size that it asks for, and one only at a time. */
  boolean check() {
    int before = problems.size();
    List<Event> toCome = calendar.toCome();
    toCome.forEach(this::unknown);
    toCome.forEach(this::twoSizes);
    boolean sound = problems.size() == before;
    if (sound) {
      toCome.forEach(this::room);
    }
    toCome.forEach(this::limits);
    return sound;
  }

  private void unknown(Event event) {
    Optional<Scalar> said = event.size();
    boolean known = hub.has("sizes") && sizes.all().isEmpty();
    if (said.isPresent() && sizeOf(event, sizes).isEmpty() && !known) {
      List<String> names = sizes.all().stream().map(Size::name).toList();
      problems.add(
          Diagnostic.error(
                  said.get().origin().place(),
                  UNKNOWN,
                  "there is no size \"" + said.get().text() + "\"")
              .hint(
                  Nearest.to(said.get().text(), names)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse(
                          names.isEmpty()
                              ? "write sizes: {pool: <name of a pool>, steps: 4}"
                              : "sizes are " + String.join(", ", names))));
    }
  }

  /** All that needs room on the first day on which this one does. */
  private List<Event> together(Event event) {
    return calendar.on(event.ready());
  }

  /** Placeholders are all alike, so those of one day keep room for one size. */
  private void twoSizes(Event event) {
    Optional<Size> size = sizeOf(event, sizes);
    for (Event other : calendar.events()) {
      if (other == event) {
        break;
      }
      if (event.meets(other) && !sizeOf(other, sizes).equals(size)) {
        problems.add(two(event, other.title()).related(other.why().place(), "the other"));
      }
    }
    if (calendar.always() > 0 && !size.equals(sizes.usual())) {
      problems.add(
          two(event, "scheduling.placeholders")
              .related(calendar.placeholders().orElseThrow().origin().place(), "the other"));
    }
  }

  private static Diagnostic two(Event event, String other) {
    return Diagnostic.error(
            event.size().map(Scalar::origin).orElse(event.why()).place(),
            TWO,
            event.title()
                + " and "
                + other
                + " keep room for servers of different sizes on the same days")
        .hint("give both the same size, or one of them a hub of its own");
  }

  private void room(Event event) {
    Optional<Size> size = sizeOf(event, sizes);
    Optional<Pool> pool = size.flatMap(Size::pool);
    if (pool.isEmpty() || size.get().perNode().isEmpty()) {
      return;
    }
    if (pool.get().max().isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  event.origin().place(),
                  NO_MAXIMUM,
                  "nothing says how many nodes "
                      + pool.get().name()
                      + " may have, so nobody can tell whether "
                      + event.seats()
                      + " seats fit")
              .hint("add max to the pool in config/clusters/" + hub.cluster().name() + ".yaml")
              .related(pool.get().tree().origin().place(), "the pool"));
      return;
    }
    List<String> parts = new ArrayList<>();
    long seats = calendar.always();
    for (Event one : together(event)) {
      seats += one.seats();
      parts.add(one.seats() + " of " + one.title());
    }
    calendar.placeholders().ifPresent(p -> parts.add(p.text() + " placeholders"));
    long room = size.get().inAll().orElseThrow();
    if (seats > room) {
      problems.add(noRoom(event, size.get(), pool.get(), seats, room, parts));
    }
  }

  private Diagnostic noRoom(
      Event event, Size size, Pool pool, long seats, long room, List<String> parts) {
    long each = size.perNode().orElseThrow();
    String needed = each == 0 ? "" : ", which takes " + -Math.floorDiv(-seats, each) + " nodes";
    String sum = parts.size() > 1 ? " (" + String.join(", ", parts) + ")" : "";
    return Diagnostic.error(
            event.origin().place(),
            NO_ROOM,
            seats
                + " seats"
                + sum
                + " of the size "
                + size.name()
                + needed
                + "; "
                + pool.name()
                + " has at most "
                + pool.max().orElseThrow()
                + " nodes with room for "
                + room
                + ": "
                + (seats - room)
                + " are missing")
        .hint(
            "choose a smaller size, fewer seats, or raise max of the pool with the provider's quota"
                + " in mind")
        .related(
            pool.tree().get("max").map(Node::origin).orElse(pool.origin()).place(), "the pool");
  }

  private void limits(Event event) {
    Events.limit(hub, "life.running")
        .filter(most -> most.number().longValue() < event.seats())
        .ifPresent(
            most ->
                problems.add(
                    Diagnostic.error(
                            event.origin().place(),
                            RUNNING,
                            event.seats()
                                + " people come, and the hub lets "
                                + most.text()
                                + " servers run at a time")
                        .hint("write running: " + event.seats() + " or more under life")
                        .related(most.origin().place(), "the limit")));
    long spare = Events.spare(event, sizes);
    Events.limit(hub, "life.starting")
        .filter(most -> most.number().longValue() < spare)
        .ifPresent(
            most ->
                problems.add(
                    Diagnostic.warning(
                            event.origin().place(),
                            STARTING,
                            spare
                                + " servers may be starting at once, and the hub lets "
                                + most.text()
                                + ": the others are sent away to try again")
                        .hint("leave starting out under life, and events set it while they last")
                        .related(most.origin().place(), "the limit")));
  }
}
