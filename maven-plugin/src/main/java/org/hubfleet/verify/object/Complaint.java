package org.hubfleet.verify.object;

import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Origin;

/**
 * A problem with what was emitted, told at a place in {@code config/}: the nearest one the value
 * came from, else the line that says on which cluster the hub runs. Where the value itself stands
 * on the shelf, that place is related.
 */
public final class Complaint {
  private Complaint() {}

  /** An error about a value of that origin. */
  public static Diagnostic error(Hub hub, Origin origin, RuleName rule, String message) {
    return error(Home.of(hub), origin, rule, message);
  }

  /** An error about a value of that origin. */
  public static Diagnostic error(Home home, Origin origin, RuleName rule, String message) {
    return locate(Diagnostic.error(origin.place(), rule, message), home, origin);
  }

  /** A warning about a value of that origin. */
  public static Diagnostic warning(Hub hub, Origin origin, RuleName rule, String message) {
    return locate(Diagnostic.warning(origin.place(), rule, message), Home.of(hub), origin);
  }

  /** The same problem, moved into {@code config/}. */
  static Diagnostic locate(Diagnostic problem, Home home, Origin origin) {
    Place told = place(home, origin);
    Diagnostic moved = problem.at(told);
    return told.equals(origin.place())
        ? moved
        : moved.related(
            origin.place(),
            problem.severity() == Severity.ERROR
                ? "the value that is refused stands here"
                : "the value stands here");
  }

  /** The place in {@code config/} that answers for a value of that origin. */
  public static Place place(Hub hub, Origin origin) {
    return place(Home.of(hub), origin);
  }

  /** The place in {@code config/} that answers for a value of that origin. */
  static Place place(Home home, Origin origin) {
    return origin.configuredPlace().orElse(home.origin().place());
  }
}
