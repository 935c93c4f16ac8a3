package org.hubfleet.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.compare.Part;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.review.Guards;

/**
 * One run against one target.
 *
 * @param names of the content of what was compiled
 * @param visit to the repository that is deployed to
 */
record Run(Wish wish, BlobNames names, Visit visit) {
  private static final RuleName EARLIER_WAVE = RuleName.of("deploy/earlier-wave");

  /** Finds out what is deployed and where to. */
  static Outcome<Run> prepare(
      Wish wish, BlobNames names, Secrets secrets, Optional<Approach> approach) {
    names.expect(inScope(wish));
    return Visit.to(wish.inquiry(), secrets)
        .then(visit -> Outcome.of(new Run(wish, names, visit.after(approach))));
  }

  private static Map<String, String> inScope(Wish wish) {
    SortedMap<String, String> files = new TreeMap<>(wish.compiled().files());
    files.keySet().removeIf(path -> !wish.scope().isWhole() && !wish.scope().has(Part.of(path)));
    return files;
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
    Plan plan = planner(remote, tip, wish.scope()).plan();
    List<Diagnostic> problems = new ArrayList<>(plan.problems());
    for (Map.Entry<String, Scope> wave : wish.earlier().entrySet()) {
      if (!planner(remote, tip, wave.getValue()).plan().isEmpty()) {
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

  private Planner planner(Remote remote, Snapshot tip, Scope scope) {
    return new Planner(remote, tip, wish.compiled(), names, scope);
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
