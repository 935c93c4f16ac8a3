package org.hubfleet.capability.life;

import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * When servers are stopped: {@code idle}, {@code longest}, {@code admins} and {@code forgetPeople}
 * to the values of the idle culler.
 *
 * <p>The culler takes 0 for its own 600 seconds, so "never idle" beside a longest time is written
 * as that time: no server is idle for longer than it runs.
 */
final class Stopping {
  /** How often upstream lets the culler look. */
  private static final Span USUAL_LOOK = new Span(600);

  private static final long LEAST_LOOK = 60;

  private Stopping() {}

  static void lower(Spans spans, LoweredValues values) {
    Optional<Scalar> idle = spans.said("idle");
    Optional<Scalar> longest = spans.said("longest");
    if (spans.isNever("idle") && spans.at("longest").isEmpty()) {
      values.set("cull.enabled", Scalar.bool(false, idle.orElseThrow().origin()));
      return;
    }
    Stream.of(idle, longest)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(one -> values.set("cull.enabled", Scalar.bool(true, one.origin())));
    Optional<Span> until = spans.at("idle").or(() -> spans.at("longest"));
    idle.ifPresent(said -> seconds(values, "timeout", until.orElseThrow(), said.origin()));
    longest.ifPresent(
        said ->
            values.set(
                "cull.maxAge",
                Scalar.integer(spans.at("longest").map(Span::seconds).orElse(0L), said.origin())));
    look(spans, values);
    flag(spans, "admins", "cull.adminUsers", values);
    flag(spans, "forgetPeople", "cull.users", values);
  }

  /** A short span needs more looks than the usual, or it would be half as long again. */
  private static void look(Spans spans, LoweredValues values) {
    Stream.of("idle", "longest")
        .filter(key -> spans.at(key).isPresent())
        .min((one, other) -> spans.at(one).orElseThrow().compareTo(spans.at(other).orElseThrow()))
        .ifPresent(
            key -> {
              long half = spans.at(key).orElseThrow().seconds() / 2;
              if (half < USUAL_LOOK.seconds()) {
                Origin why = spans.said(key).orElseThrow().origin();
                seconds(values, "every", new Span(Math.max(half, LEAST_LOOK)), why);
              }
            });
  }

  private static void seconds(LoweredValues values, String key, Span span, Origin why) {
    values.set("cull." + key, Scalar.integer(span.seconds(), why));
  }

  private static void flag(Spans spans, String key, String path, LoweredValues values) {
    spans.life().get(key).ifPresent((Node said) -> values.set(path, said));
  }
}
