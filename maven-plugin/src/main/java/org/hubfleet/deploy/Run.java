package org.hubfleet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.review.Guards;

/**
 * One run against one target.
 *
 * @param source the checkout that is deployed
 */
record Run(Wish wish, Target target, Source source, Secrets secrets) {
  private static final RuleName EARLIER_WAVE = RuleName.of("deploy/earlier-wave");

  /** Something to do with an open repository. */
  interface Work<T> {
    /** Does it. */
    Outcome<T> with(Remote remote) throws IOException;
  }

  /** Finds out what is deployed and where to. */
  static Outcome<Run> prepare(Wish wish, Secrets secrets) {
    QuietGit.use();
    try {
      Source source = Source.around(wish.config());
      return new Targets(wish.fleet(), source)
          .target(wish.repository(), wish.branch(), wish.root())
          .then(target -> Outcome.of(new Run(wish, target, source, secrets)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where the commit comes from. */
  Origins origin() {
    return new Origins(source, target);
  }

  /** Opens the repository for some work; what breaks on the way becomes a problem. */
  <T> Outcome<T> over(Work<T> work) {
    Troubles troubles = new Troubles(target, secrets);
    try (Remote remote = new Remotes(secrets).open(target)) {
      return work.with(remote);
    } catch (IOException broken) {
      return Outcome.none(troubles.of(broken));
    } catch (UncheckedIOException broken) {
      return Outcome.none(troubles.of(broken.getCause()));
    }
  }

  /** What would make the tip what was compiled. */
  Plan plan(Remote remote) throws IOException {
    return plan(remote, snapshot(remote));
  }

  /** What the branch holds now. */
  Snapshot snapshot(Remote remote) throws IOException {
    Optional<ObjectId> tip = remote.tip();
    if (tip.isEmpty()) {
      return Snapshot.EMPTY;
    }
    try (ObjectReader reader = remote.reader()) {
      return Snapshot.of(reader, tip.get(), target.folder());
    }
  }

  /** What would make that what was compiled. */
  Plan plan(Remote remote, Snapshot tip) throws IOException {
    Plan plan = new Planner(remote, tip, wish.compiled(), wish.scope()).plan();
    List<Diagnostic> problems = new ArrayList<>(plan.problems());
    for (Map.Entry<String, Scope> wave : wish.earlier().entrySet()) {
      if (!new Planner(remote, tip, wish.compiled(), wave.getValue()).plan().isEmpty()) {
        problems.add(overtaken(wave.getKey()));
      }
    }
    if (tip.files().containsKey("config/fleet.yaml")) {
      problems = List.of(Targets.sourceBranch(target.place(), target.branch()));
    }
    return new Plan(
        tip,
        plan.writes(),
        plan.removals(),
        plan.clusters(),
        plan.hubs(),
        plan.changes(),
        problems);
  }

  private Diagnostic overtaken(String wave) {
    return Diagnostic.error(
            target.place(), EARLIER_WAVE, "the wave " + wave + " has not been deployed as compiled")
        .hint("say hubs.wave=" + wave + " first, or hubs.overtake to go on without it");
  }

  /** What the guards say of a plan. */
  Outcome<List<String>> guard(Plan plan) {
    return new Guards(wish.fleet(), wish.behind()).inspect(plan.changes(), plan.hubs());
  }
}
