package org.hubfleet.compiler;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Acknowledgement;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.time.Ending;

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
      Ending.of(hub).filter(Ending::isOver).map(PassedDays::ended).ifPresent(found::add);
    }
    return found;
  }

  private static Diagnostic expired(Acknowledgement said) {
    Place place = said.tree().get("until").orElse(said.tree()).origin().place();
    return Diagnostic.warning(
            place, EXPIRED, "this was acknowledged until " + said.until().orElseThrow() + " only")
        .hint("remove it, or decide anew");
  }

  private static Diagnostic ended(Ending end) {
    return Diagnostic.warning(
            end.date().origin().place(), ENDED, "the hub has ended on " + end.day())
        .hint("remove its file: deployments accept that now, and keep what people made");
  }
}
