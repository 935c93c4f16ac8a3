package org.hubfleet.compiler;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Acknowledgement;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;

/**
 * Hubs that should have ended and acknowledgements that no longer hold. Reports {@code hub/ended}
 * and {@code acknowledge/expired}. Without a date nothing is late.
 */
final class PassedDays {
  private static final RuleName ENDED = RuleName.of("hub/ended");
  private static final RuleName EXPIRED = RuleName.of("acknowledge/expired");

  private PassedDays() {}

  static List<Diagnostic> of(Fleet fleet) {
    Optional<LocalDate> today = fleet.today();
    List<Diagnostic> found = new ArrayList<>();
    Acknowledgement.of(fleet).stream()
        .filter(said -> said.isPastOn(today))
        .map(PassedDays::expired)
        .forEach(found::add);
    for (Hub hub : fleet.hubs()) {
      hub.tree()
          .at("ends.date")
          .filter(day -> today.filter(now -> isUpTo(day, now)).isPresent())
          .map(PassedDays::ended)
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean isUpTo(Node day, LocalDate today) {
    try {
      return day.string().map(LocalDate::parse).filter(end -> !end.isAfter(today)).isPresent();
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  private static Diagnostic expired(Acknowledgement said) {
    Place place = said.tree().get("until").orElse(said.tree()).origin().place();
    return Diagnostic.warning(
            place, EXPIRED, "this was acknowledged until " + said.until().orElseThrow() + " only")
        .hint("remove it, or decide anew");
  }

  private static Diagnostic ended(Node day) {
    return Diagnostic.warning(
            day.origin().place(), ENDED, "the hub has ended on " + day.string().orElse("this day"))
        .hint("remove its file: deployments accept that now, and keep what people made");
  }
}
