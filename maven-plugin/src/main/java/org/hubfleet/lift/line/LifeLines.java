package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** {@code life}: the idle culler, named servers, and how many servers there may be. */
final class LifeLines implements Lifter {
  private static final String NAMED = "hub.allowNamedServers";
  private static final String MOST_NAMED = "hub.namedServerLimitPerUser";

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    stopping(told, found);
    same(told, "cull.adminUsers", "admins", found);
    same(told, "cull.users", "forgetPeople", found);
    named(told).ifPresent(found::add);
    number(told, "hub.activeServerLimit", "running", found);
    number(told, "hub.concurrentSpawnLimit", "starting", found);
    span(told, "singleuser.startTimeout", "startWithin", found);
    return found;
  }

  private static void stopping(Told told, List<Proposal> found) {
    Optional<Scalar> enabled = told.flag("cull.enabled");
    if (enabled.filter(said -> !said.isTrue()).isPresent()) {
      found.add(line("idle", Told.text("never", enabled.get()), "cull.enabled"));
      return;
    }
    span(told, "cull.timeout", "idle", found, "cull.enabled", "cull.every");
    span(told, "cull.maxAge", "longest", found, "cull.enabled", "cull.every");
  }

  private static void span(
      Told told, String path, String key, List<Proposal> found, String... beside) {
    Optional<Long> seconds = told.count(path);
    if (seconds.isPresent()) {
      Node said = told.node(path).orElseThrow();
      List<String> paths = new ArrayList<>(List.of(path));
      for (String other : beside) {
        told.scalar(other).ifPresent(value -> paths.add(other));
      }
      found.add(
          line(key, Told.text(new Span(seconds.get()).text(), said), paths.toArray(String[]::new)));
    }
  }

  private static void same(Told told, String path, String key, List<Proposal> found) {
    told.flag(path).ifPresent(said -> found.add(line(key, said, path)));
  }

  private static void number(Told told, String path, String key, List<Proposal> found) {
    told.count(path).ifPresent(count -> found.add(line(key, told.node(path).orElseThrow(), path)));
  }

  private static Optional<Proposal> named(Told told) {
    Optional<Scalar> allowed = told.flag(NAMED);
    if (allowed.filter(Scalar::isTrue).isPresent() && told.count(MOST_NAMED).isPresent()) {
      return Optional.of(
          line("namedServers", told.scalar(MOST_NAMED).orElseThrow(), NAMED, MOST_NAMED));
    }
    return allowed.map(said -> line("namedServers", said, NAMED));
  }

  private static Proposal line(String key, Node value, String... said) {
    return Proposal.of("life", Told.line("life." + key, value), said);
  }
}
