package org.hubfleet.capability.environments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.pod.UniqueNames;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.server.Environment;
import org.hubfleet.model.server.Tagged;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Which images nodes fetch before anybody needs them, and when a node asks for a newer one.
 *
 * <p>Upstream fetches the images of all choices or of none, and the default one always; where some
 * wait, the others are named one by one. On the days of an event so is the environment that it
 * uses. Reports {@code environments/default-waits} and {@code environments/refresh-for-nothing}.
 */
record Fetching(Hub hub, List<Environment> all, Optional<Environment> first) {
  private static final RuleName WAITS = RuleName.of("environments/default-waits");
  private static final RuleName NOTHING = RuleName.of("environments/refresh-for-nothing");

  void lower(LoweredValues values, List<Diagnostic> problems) {
    List<Environment> late = all.stream().filter(Fetching::isLate).toList();
    if (!late.isEmpty() && !late.equals(first.stream().toList())) {
      some(late, values);
    }
    if (first.filter(Fetching::isLate).isPresent()) {
      problems.add(
          Diagnostic.warning(
                  early(first.get()).orElseThrow().origin().place(),
                  WAITS,
                  "nodes fetch the default environment before anybody needs it, whatever it says")
              .hint("leave the line out, or make another one the default"));
    }
    refresh(values);
    all.forEach(one -> check(one, problems));
  }

  private void some(List<Environment> late, LoweredValues values) {
    values.set(
        "prePuller.pullProfileListImages",
        Scalar.bool(false, early(late.get(0)).orElseThrow().origin()));
    Set<String> used =
        Calendar.of(hub).active().stream()
            .flatMap(event -> event.environment().stream())
            .map(Scalar::text)
            .collect(Collectors.toSet());
    UniqueNames names = new UniqueNames();
    for (Environment one : all) {
      if (first.filter(usual -> usual == one).isEmpty()
          && (!isLate(one) || used.contains(one.name()))) {
        Mapping image =
            Mapping.builder(one.image().origin())
                .put("name", Tagged.name(one.image()))
                .put("tag", Tagged.tag(one.image()))
                .build();
        values.set("prePuller.extraImages." + names.of("environment-" + one.name()), image);
      }
    }
  }

  private static Optional<Node> early(Environment one) {
    return one.wish().get("fetchEarly");
  }

  private static boolean isLate(Environment one) {
    return early(one).filter(said -> !said.isTrue()).isPresent();
  }

  private void refresh(LoweredValues values) {
    first
        .flatMap(Environment::refresh)
        .ifPresent(policy -> values.set("singleuser.image.pullPolicy", policy));
  }

  private static void check(Environment one, List<Diagnostic> problems) {
    if (one.refresh().isPresent() && one.image().text().contains("@sha256:")) {
      problems.add(
          Diagnostic.warning(
                  one.wish().get("refresh").orElseThrow().origin().place(),
                  NOTHING,
                  "the image has a digest, so there is never a newer one to ask for")
              .hint("leave refresh out"));
    }
  }
}
