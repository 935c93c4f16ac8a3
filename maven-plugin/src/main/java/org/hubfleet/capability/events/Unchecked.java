package org.hubfleet.capability.events;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;

/**
 * Says once for a hub with events what could not be checked, for want of pools or of sizes: {@code
 * events/unchecked}.
 */
final class Unchecked {
  private static final RuleName RULE = RuleName.of("events/unchecked");

  private Unchecked() {}

  /**
   * The warning; absent where everything was checked, or what is missing was reported.
   *
   * @param toCome the events
   */
  static Optional<Diagnostic> of(Hub hub, Pools pools, List<Event> toCome) {
    if (toCome.isEmpty() || pools.areBroken()) {
      return Optional.empty();
    }
    Event first = toCome.get(0);
    String seats =
        toCome.size() == 1
            ? "the " + first.seats() + " seats of " + first.title() + " fit"
            : "the seats of " + toCome.size() + " events fit";
    if (pools.all().isEmpty()) {
      return Optional.of(
          warning(
              first,
              "cluster "
                  + hub.cluster().name()
                  + " names no pools, so nobody checked whether "
                  + seats
                  + ", nor whether any size or memory of this hub fits a node",
              "write in config/clusters/"
                  + hub.cluster().name()
                  + ".yaml: pools: {<name>: {machine: <type>, max: <most nodes>}}"));
    }
    List<Pool> open = pools.forUsers();
    boolean sized = hub.has("sizes") || hub.has("gpu");
    return sized || open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            warning(
                first,
                "the hub does not say how large servers are, so nobody checked whether " + seats,
                "write sizes: {pool: " + open.get(0).name() + ", steps: 4}"));
  }

  private static Diagnostic warning(Event first, String message, String hint) {
    return Diagnostic.warning(first.origin().place(), RULE, message).hint(hint);
  }
}
