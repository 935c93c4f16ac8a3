package org.hubfleet.capability.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Finds days that do not fit: {@code events/reversed}, {@code events/over}, {@code events/no-date}
 * and {@code events/after-the-end}.
 */
final class Days {
  private static final RuleName REVERSED = RuleName.of("events/reversed");
  private static final RuleName OVER = RuleName.of("events/over");
  private static final RuleName NO_DATE = RuleName.of("events/no-date");
  private static final RuleName AFTER = RuleName.of("events/after-the-end");

  private Days() {}

  static void check(Hub hub, Calendar calendar, List<Diagnostic> problems) {
    for (Map.Entry<String, Mapping.Entry> one : Calendar.entries(hub)) {
      reversed(one.getValue().value(), problems);
    }
    for (Event event : calendar.events()) {
      over(event, calendar, problems);
    }
    for (Event event : calendar.toCome()) {
      Ending.of(hub).ifPresent(end -> after(event, end, problems));
    }
    if (!calendar.events().isEmpty() && calendar.today().isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  calendar.events().get(0).why().place(),
                  NO_DATE,
                  "the fleet does not say what day it is, so no event ever begins")
              .hint("add asOf: <today> to config/fleet.yaml"));
    }
  }

  private static void reversed(Node wish, List<Diagnostic> problems) {
    Optional<LocalDate> from = day(wish, "from");
    Optional<LocalDate> to = day(wish, "to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      problems.add(
          Diagnostic.error(
                  wish.get("to").orElseThrow().origin().place(),
                  REVERSED,
                  "the last day, " + to.get() + ", comes before the first, " + from.get())
              .hint("swap the two days"));
    }
  }

  private static Optional<LocalDate> day(Node wish, String key) {
    return wish.get(key).flatMap(Node::string).map(LocalDate::parse);
  }

  private static void over(Event event, Calendar calendar, List<Diagnostic> problems) {
    if (calendar.today().filter(now -> event.to().isBefore(now)).isPresent()) {
      problems.add(
          Diagnostic.warning(
                  event.why().place(), OVER, event.title() + " was over on " + event.to())
              .hint("remove it, or give it new days"));
    }
  }

  private static void after(Event event, Ending end, List<Diagnostic> problems) {
    if (!event.to().isBefore(end.day())) {
      problems.add(
          Diagnostic.error(
                  event.why().place(),
                  AFTER,
                  event.title()
                      + " goes on until "
                      + event.to()
                      + ", and the hub ends on "
                      + end.day())
              .hint("let the hub end later, or the event earlier")
              .related(end.date().origin().place(), "ends"));
    }
  }
}
