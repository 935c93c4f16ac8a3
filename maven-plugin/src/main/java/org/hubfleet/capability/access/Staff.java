package org.hubfleet.capability.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * People of whoever runs the fleet who are admins of a hub: some by name up to a day, or all whom
 * the fleet names for a login. Reports {@code access/staff-ended} and {@code access/no-such-staff}.
 */
final class Staff {
  private static final RuleName ENDED = RuleName.of("access/staff-ended");
  private static final RuleName UNKNOWN = RuleName.of("access/no-such-staff");

  private Staff() {}

  static List<Scalar> of(Wishes wishes, LoweredValues values, List<Diagnostic> problems) {
    Optional<Scalar> login = wishes.get("staff").flatMap(Node::scalar);
    return login.isPresent()
        ? ofFleet(login.get(), wishes, values, problems)
        : named(wishes, problems);
  }

  /** Those whose last day is not over. */
  private static List<Scalar> named(Wishes wishes, List<Diagnostic> problems) {
    Optional<LocalDate> today = wishes.hub().today();
    List<Scalar> present = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> one : wishes.entries("staff").entrySet()) {
      Node until = one.getValue().value().get("until").orElseThrow();
      boolean over =
          today.isPresent() && LocalDate.parse(until.string().orElseThrow()).isBefore(today.get());
      if (over) {
        problems.add(
            Diagnostic.warning(
                    until.origin().place(),
                    ENDED,
                    one.getKey() + " has no rights here since " + until.string().orElseThrow())
                .hint("remove the line, or give a later day"));
      } else {
        present.add(Scalar.string(one.getKey(), one.getValue().key()));
      }
    }
    return present;
  }

  private static List<Scalar> ofFleet(
      Scalar login, Wishes wishes, LoweredValues values, List<Diagnostic> problems) {
    List<Scalar> names =
        wishes
            .hub()
            .staff()
            .flatMap(all -> all.get(login.text()))
            .map(Groups::names)
            .orElse(List.of());
    if (names.isEmpty()) {
      problems.add(
          Diagnostic.error(
                  login.origin().place(),
                  UNKNOWN,
                  "the fleet names no staff for the login " + login.text())
              .hint(
                  "write operator: {staff: {"
                      + login.text()
                      + ": [<name>]}} in config/fleet.yaml"));
      return List.of();
    }
    values.fact("access.staff.login", login);
    values.fact("access.staff.admins", Scalar.bool(true, login.origin()));
    return names.stream()
        .map(name -> (Scalar) name.from(login.origin().with(name.origin())))
        .toList();
  }
}
