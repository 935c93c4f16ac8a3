package org.hubfleet.capability.life;

import org.hubfleet.lower.LoweredValues;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** How many servers there may be, and how long one may take to start. */
final class Limits {
  private Limits() {}

  static void lower(Mapping life, Spans spans, LoweredValues values) {
    life.get("namedServers").flatMap(Node::scalar).ifPresent(named -> named(named, values));
    life.get("running").ifPresent(most -> values.set("hub.activeServerLimit", most));
    life.get("starting").ifPresent(most -> values.set("hub.concurrentSpawnLimit", most));
    spans
        .at("startWithin")
        .ifPresent(
            span ->
                values.set(
                    "singleuser.startTimeout",
                    Scalar.integer(
                        span.seconds(), spans.said("startWithin").orElseThrow().origin())));
  }

  /** True, false, or how many. */
  private static void named(Scalar said, LoweredValues values) {
    boolean any = said.isNumber() || said.isTrue();
    values.set("hub.allowNamedServers", Scalar.bool(any, said.origin()));
    if (said.isNumber()) {
      values.set("hub.namedServerLimitPerUser", said);
    }
  }
}
