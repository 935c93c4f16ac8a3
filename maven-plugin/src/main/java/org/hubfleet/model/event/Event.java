package org.hubfleet.model.event;

import java.time.LocalDate;
import java.util.Optional;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Days on which many people come to a hub at once.
 *
 * @param why where its name stands
 * @param from the first day
 * @param to the last day; the first where the file says an earlier one
 * @param seats most people at the same time
 */
public record Event(
    String name, Mapping wish, Origin why, LocalDate from, LocalDate to, long seats) {
  private static final long USUAL_AHEAD = 1;

  /** So many people within so long. */
  private record Arrivals(long people, Span within) {
    static Arrivals parse(String text) {
      String[] words = text.split(" in ", 2);
      return new Arrivals(Long.parseLong(words[0]), Span.parse(words[1]).orElseThrow());
    }
  }

  static Event of(String name, Mapping wish, Origin why) {
    LocalDate from = day(wish, "from").orElseThrow();
    LocalDate to = day(wish, "to").filter(day -> !day.isBefore(from)).orElse(from);
    return new Event(
        name,
        wish,
        why,
        from,
        to,
        wish.get("seats").flatMap(Node::scalar).orElseThrow().number().longValue());
  }

  private static Optional<LocalDate> day(Mapping wish, String key) {
    return wish.get(key).flatMap(Node::string).map(LocalDate::parse);
  }

  /** Where its number of seats is said. */
  public Origin origin() {
    return wish.get("seats").orElseThrow().origin();
  }

  /** The size of its people's servers, where it says one. */
  public Optional<Scalar> size() {
    return wish.get("size").flatMap(Node::scalar);
  }

  /** The environment that its people use, where it says one. */
  public Optional<Scalar> environment() {
    return wish.get("environment").flatMap(Node::scalar);
  }

  /** What people see of it. */
  public String title() {
    return wish.get("title").flatMap(Node::string).orElse(name);
  }

  /** The day from which the hub is made ready. */
  public LocalDate ready() {
    long days =
        wish.get("daysAhead")
            .flatMap(Node::scalar)
            .map(d -> d.number().longValue())
            .orElse(USUAL_AHEAD);
    return from.minusDays(days);
  }

  /** Whether it needs room on that day, the days of getting ready included. */
  public boolean isOn(LocalDate day) {
    return !day.isBefore(ready()) && !day.isAfter(to);
  }

  /** Whether both need room on some day. */
  public boolean meets(Event other) {
    return !to.isBefore(other.ready()) && !other.to.isBefore(ready());
  }

  /**
   * For how many people room has to be free at any moment: those who come while a new node gets
   * ready, and all where it does not say how they come.
   *
   * @param node how long a new node takes until servers start on it
   */
  public long spare(Span node) {
    return wish.get("arrivals")
        .flatMap(Node::string)
        .map(Arrivals::parse)
        .map(
            come ->
                Math.min(
                    seats, -Math.floorDiv(-come.people * node.seconds(), come.within.seconds())))
        .orElse(seats);
  }
}
