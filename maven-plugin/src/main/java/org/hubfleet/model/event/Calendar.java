package org.hubfleet.model.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The events of a hub, in the order of its file, and the room that it always keeps free.
 *
 * @param events all of them; one whose days are reversed counts as its first day only
 * @param placeholders for how many servers room is always kept
 * @param today as the fleet sees it
 */
public record Calendar(
    List<Event> events, Optional<Scalar> placeholders, Optional<LocalDate> today, boolean closed) {
  public Calendar {
    events = List.copyOf(events);
  }

  /** That of a hub; nothing is on any more when the hub has ended. */
  public static Calendar of(Hub hub) {
    List<Event> events = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> one : entries(hub)) {
      Mapping wish = one.getValue().value().mapping().orElseThrow();
      events.add(Event.of(one.getKey(), wish, one.getValue().key()));
    }
    return new Calendar(
        events,
        hub.tree().at("scheduling.placeholders").flatMap(Node::scalar),
        hub.today(),
        Ending.of(hub).filter(Ending::isClosed).isPresent());
  }

  /** The lines of all events, sound or not. */
  public static List<Map.Entry<String, Mapping.Entry>> entries(Hub hub) {
    return hub.tree()
        .get("events")
        .flatMap(Node::mapping)
        .map(map -> List.copyOf(map.entries().entrySet()))
        .orElse(List.of());
  }

  /** Those for which the hub is made ready today. */
  public List<Event> active() {
    return today.isEmpty() || closed ? List.of() : on(today.get());
  }

  /** Those that need room on a day. */
  public List<Event> on(LocalDate day) {
    return events.stream().filter(event -> event.isOn(day)).toList();
  }

  /** Those that are not over. */
  public List<Event> toCome() {
    return events.stream()
        .filter(event -> today.filter(now -> event.to().isBefore(now)).isEmpty())
        .toList();
  }

  /** For how many servers room is always kept. */
  public long always() {
    return placeholders.map(number -> number.number().longValue()).orElse(0L);
  }

  /** The lines behind the room that is kept on a day. */
  public Origin why(List<Event> on, Origin none) {
    List<Origin> all = new ArrayList<>(on.stream().map(Event::origin).toList());
    placeholders.ifPresent(number -> all.add(number.origin()));
    return all.isEmpty() ? none : Origin.of(all);
  }
}
