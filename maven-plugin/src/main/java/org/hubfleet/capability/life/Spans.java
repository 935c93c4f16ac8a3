package org.hubfleet.capability.life;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * The spans under {@code life}, and whether they fit together. Reports {@code life/too-short},
 * {@code life/longest-below-idle} and {@code life/kernels-outlive-servers}.
 */
record Spans(Mapping life) {
  private static final RuleName SHORT = RuleName.of("life/too-short");
  private static final RuleName BELOW = RuleName.of("life/longest-below-idle");
  private static final RuleName KERNELS = RuleName.of("life/kernels-outlive-servers");

  /**
   * JupyterHub learns of people's work every 5 minutes (its trait {@code last_activity_interval}),
   * and so do the servers tell it; twice that is the least that never stops one in use.
   */
  private static final Span LEAST = new Span(600);

  /** What stands at a key. */
  Optional<Scalar> said(String key) {
    return life.get(key).flatMap(Node::scalar);
  }

  /** The span at a key; absent also where it says never. */
  Optional<Span> at(String key) {
    return said(key).map(Scalar::text).flatMap(Span::parse);
  }

  /** Whether a key says never. */
  boolean isNever(String key) {
    return said(key).isPresent() && at(key).isEmpty();
  }

  void check(List<Diagnostic> problems) {
    at("idle")
        .filter(idle -> idle.compareTo(LEAST) < 0)
        .ifPresent(
            idle ->
                problems.add(
                    Diagnostic.error(
                            said("idle").orElseThrow().origin().place(),
                            SHORT,
                            "the hub learns every 5 minutes who is at work, so after "
                                + idle.text()
                                + " it would stop servers that are in use")
                        .hint("write 10m or more")));
    pair("longest", "idle")
        .filter(longest -> longest.compareTo(at("idle").orElseThrow()) < 0)
        .ifPresent(
            longest ->
                problems.add(
                    Diagnostic.warning(
                            said("longest").orElseThrow().origin().place(),
                            BELOW,
                            "every server is stopped after "
                                + longest.text()
                                + ", so none is ever idle for "
                                + at("idle").orElseThrow().text())
                        .hint("make idle the shorter of the two")
                        .related(said("idle").orElseThrow().origin().place(), "idle")));
    pair("kernels", "idle")
        .filter(kernels -> kernels.compareTo(at("idle").orElseThrow()) >= 0)
        .ifPresent(
            kernels ->
                problems.add(
                    Diagnostic.warning(
                            said("kernels").orElseThrow().origin().place(),
                            KERNELS,
                            "a server without activity is stopped after "
                                + at("idle").orElseThrow().text()
                                + ", and its kernels with it, before they are idle for "
                                + kernels.text())
                        .hint("give kernels less time than servers")
                        .related(said("idle").orElseThrow().origin().place(), "idle")));
  }

  /** The first, where both are spans. */
  private Optional<Span> pair(String first, String second) {
    return at(first).filter(span -> at(second).isPresent());
  }
}
