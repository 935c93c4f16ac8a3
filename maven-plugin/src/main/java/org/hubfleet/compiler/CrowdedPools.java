package org.hubfleet.compiler;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Room;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.shelf.Shelf;

/**
 * Finds events of several hubs that meet on the nodes of one pool and are too many together: {@code
 * events/crowded-pool}, once a pool and day, at the event that begins last. What one hub alone asks
 * for too much is its own to know.
 */
final class CrowdedPools {
  private static final RuleName CROWDED = RuleName.of("events/crowded-pool");

  /** An event of a hub on the nodes of a pool. */
  private record Booking(Hub hub, Event event, Size size) {
    Pool pool() {
      return size.pool().orElseThrow();
    }

    String cluster() {
      return hub.cluster().name();
    }

    Room room() {
      return size.kept().times(event.seats());
    }

    @Override
    public String toString() {
      return event.seats() + " of " + event.title() + " (" + hub.id() + ")";
    }
  }

  private CrowdedPools() {}

  static List<Diagnostic> of(Fleet fleet, Shelf shelf) {
    List<Booking> all = new ArrayList<>();
    fleet.hubs().stream()
        .filter(hub -> hub.tree().get("events").isPresent())
        .forEach(hub -> all.addAll(bookings(hub, shelf)));
    all.sort(
        Comparator.comparing((Booking one) -> one.event().ready())
            .thenComparing(one -> one.hub().file()));
    List<Diagnostic> found = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (Booking one : all) {
      problem(one, all)
          .filter(p -> told.add(one.cluster() + "/" + one.pool().name() + one.event().ready()))
          .ifPresent(found::add);
    }
    return found;
  }

  private static List<Booking> bookings(Hub hub, Shelf shelf) {
    HubSizes sizes = HubSizes.of(hub, shelf);
    List<Booking> bookings = new ArrayList<>();
    for (Event event : Calendar.of(hub).toCome()) {
      Optional<Size> size =
          event.size().isPresent() ? sizes.named(event.size().get().text()) : sizes.usual();
      size.filter(one -> one.inAll().isPresent())
          .ifPresent(one -> bookings.add(new Booking(hub, event, one)));
    }
    return bookings;
  }

  private static Optional<Diagnostic> problem(Booking last, List<Booking> all) {
    LocalDate day = last.event().ready();
    List<Booking> together =
        all.stream()
            .filter(one -> one.cluster().equals(last.cluster()) && one.event().isOn(day))
            .filter(one -> one.pool().name().equals(last.pool().name()))
            .toList();
    Room nodes = last.pool().room().orElseThrow().times(last.pool().max().orElseThrow());
    Room asked = new Room(0, Memory.NONE);
    for (Booking one : together) {
      asked = asked.plus(one.room());
    }
    boolean several = together.stream().map(one -> one.hub().id()).distinct().count() > 1;
    return several && !nodes.holds(asked)
        ? Optional.of(crowded(last, together, nodes, asked))
        : Optional.empty();
  }

  private static Diagnostic crowded(Booking last, List<Booking> together, Room nodes, Room asked) {
    Room missing = asked.less(nodes);
    String what =
        missing.memory().bytes() > 0
            ? missing.memory().label() + " of memory"
            : missing.cores().toPlainString() + " cores";
    String seats = together.stream().map(Booking::toString).collect(Collectors.joining(" and "));
    Diagnostic found =
        Diagnostic.warning(
                last.event().origin().place(),
                CROWDED,
                "on "
                    + last.event().from()
                    + " "
                    + seats
                    + " meet on the nodes of "
                    + last.pool().name()
                    + ", where "
                    + what
                    + " are missing for all of them")
            .hint("move one of them to other days or another pool, or raise max of the pool");
    for (Booking one : together) {
      if (one != last) {
        found = found.related(one.event().origin().place(), one.event().title());
      }
    }
    return found;
  }
}
