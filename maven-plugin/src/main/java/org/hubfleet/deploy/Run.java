package org.hubfleet.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.review.Guards;

/**
 * One run against one target.
 *
 * @param visit to the repository that is deployed to
 */
record Run(Wish wish, Visit visit) {
  private static final RuleName EARLIER_WAVE = RuleName.of("deploy/earlier-wave");

  /** Finds out what is deployed and where to. */
  static Outcome<Run> prepare(Wish wish, Secrets secrets) {
    return Visit.to(wish.inquiry(), secrets).then(visit -> Outcome.of(new Run(wish, visit)));
  }

  /** What is deployed to. */
  Target target() {
    return visit.target();
  }

  /** Where the commit comes from. */
  Origins origin() {
    return new Origins(visit.source(), target());
  }

  /** What would make the tip what was compiled. */
  Plan plan(Remote remote) throws IOException {
    return plan(remote, visit.snapshot(remote));
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
      problems = List.of(Targets.sourceBranch(target().place(), target().branch()));
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
            target().place(),
            EARLIER_WAVE,
            "the wave " + wave + " has not been deployed as compiled")
        .hint("say hubs.wave=" + wave + " first, or hubs.overtake to go on without it");
  }

  /** What the guards say of a plan. */
  Outcome<List<String>> guard(Plan plan) {
    return new Guards(wish.fleet(), wish.behind()).inspect(plan.changes(), plan.hubs());
  }
}
