package org.hubfleet.capability.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * The announcements of a hub that are shown today. Reports {@code page/no-date}, {@code
 * page/dates-reversed} and {@code page/ended-announcement}; those to come are noted.
 */
final class Announcements {
  private static final RuleName NO_DATE = RuleName.of("page/no-date");
  private static final RuleName REVERSED = RuleName.of("page/dates-reversed");
  private static final RuleName ENDED = RuleName.of("page/ended-announcement");

  private final Hub hub;
  private final LoweredValues values;
  private final List<Diagnostic> problems;

  Announcements(Hub hub, LoweredValues values, List<Diagnostic> problems) {
    this.hub = hub;
    this.values = values;
    this.problems = problems;
  }

  /** The texts of today, in the order of the file. */
  List<Scalar> shown(Mapping announcements) {
    List<Scalar> texts = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> one : announcements.entries().entrySet()) {
      Node said = one.getValue().value();
      Optional<Node> from = said.get("from");
      Optional<Node> until = said.get("until");
      if (isSound(from, until) && isToday(one.getKey(), from, until)) {
        said.scalar().or(() -> said.get("text").flatMap(Node::scalar)).ifPresent(texts::add);
      }
    }
    return texts;
  }

  private boolean isSound(Optional<Node> from, Optional<Node> until) {
    Optional<Node> dated = from.or(() -> until);
    if (dated.isPresent() && hub.today().isEmpty()) {
      problems.add(
          Diagnostic.error(
                  dated.get().origin().place(),
                  NO_DATE,
                  "nobody knows what day it is: the fleet has no date")
              .hint("write asOf: <today> in config/fleet.yaml"));
      return false;
    }
    if (from.isPresent() && until.isPresent() && day(until.get()).isBefore(day(from.get()))) {
      problems.add(
          Diagnostic.error(
                  until.get().origin().place(),
                  REVERSED,
                  "the last day is before the first, " + day(from.get()))
              .related(from.get().origin().place(), "the first day"));
      return false;
    }
    return true;
  }

  private boolean isToday(String name, Optional<Node> from, Optional<Node> until) {
    if (until.filter(day -> day(day).isBefore(today())).isPresent()) {
      problems.add(
          Diagnostic.warning(
                  until.get().origin().place(),
                  ENDED,
                  "the announcement "
                      + name
                      + " ended on "
                      + day(until.get())
                      + " and is not shown any more")
              .hint("remove it, or give a later day"));
      return false;
    }
    if (from.filter(day -> day(day).isAfter(today())).isPresent()) {
      String text = "shown from " + day(from.get()) + " on, once asOf of fleet.yaml is that day";
      values.note("announcement " + name, Scalar.string(text, from.get().origin()));
      return false;
    }
    return true;
  }

  /** Asked for only where a day is given, for which {@link #isSound} wants a date. */
  private LocalDate today() {
    return hub.today().orElseThrow();
  }

  private static LocalDate day(Node day) {
    return LocalDate.parse(day.string().orElseThrow());
  }
}
