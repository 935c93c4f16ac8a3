package org.hubfleet.model.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * The day on which a hub ends, {@code ends}: a date, or a map with a {@code date}.
 *
 * @param date the first day on which it need not be there any more
 * @param notice how long before people are told
 * @param closes whether it closes by itself when the day has come
 * @param today as the fleet sees it; without it nothing is ever late
 */
public record Ending(
    Scalar date, LocalDate day, Span notice, boolean closes, Optional<LocalDate> today) {
  private static final Span USUAL = new Span(30L * 86400);

  /** What a hub says; absent when it says nothing, or no day that exists. */
  public static Optional<Ending> of(Hub hub) {
    Optional<Node> said = hub.tree().get("ends");
    Optional<Scalar> date =
        said.flatMap(ends -> ends.get("date").or(() -> said)).flatMap(Node::scalar);
    Span notice =
        said.flatMap(ends -> ends.get("notice"))
            .flatMap(Node::string)
            .flatMap(Span::parse)
            .orElse(USUAL);
    boolean closes =
        said.flatMap(ends -> ends.get("then"))
            .flatMap(Node::string)
            .map("close"::equals)
            .orElse(true);
    return date.flatMap(
        one -> day(one).map(day -> new Ending(one, day, notice, closes, hub.today())));
  }

  private static Optional<LocalDate> day(Scalar date) {
    try {
      return Optional.of(LocalDate.parse(date.text()));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** Whether that day has come. */
  public boolean isOver() {
    return today.filter(now -> !day.isAfter(now)).isPresent();
  }

  /** Whether that day has come, and people can start nothing any more. */
  public boolean isClosed() {
    return closes && isOver();
  }

  /** Whether that day is near. */
  public boolean isNear() {
    return !isOver() && today.filter(now -> !day.minusDays(notice.days()).isAfter(now)).isPresent();
  }
}
