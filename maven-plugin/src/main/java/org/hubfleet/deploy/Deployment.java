package org.hubfleet.deploy;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.hubfleet.compare.Part;
import org.hubfleet.diagnostic.Outcome;

/**
 * Brings compiled files into a deployment repository, as one commit on its branch.
 *
 * <p>Nothing is ever half done: the branch moves once, at the very end, and only if nobody moved it
 * meanwhile.
 */
public final class Deployment {
  private final Secrets secrets;
  private final Clock clock;
  private final Progress progress;

  /**
   * @param secrets what lets it in
   */
  public Deployment(Secrets secrets) {
    this(secrets, Clock.systemUTC(), Progress.SILENT);
  }

  /**
   * @param secrets what lets it in
   * @param clock gives the date of the commit
   * @param progress is told how far it is
   */
  public Deployment(Secrets secrets, Clock clock, Progress progress) {
    this.secrets = secrets;
    this.clock = clock;
    this.progress = progress;
  }

  /** What deploying would change. Writes nothing. */
  public Outcome<Preview> preview(Wish wish) {
    return Run.prepare(wish, secrets)
        .then(
            run ->
                run.visit()
                    .over(
                        remote -> {
                          Plan plan = run.plan(remote);
                          return Outcome.of(preview(run, plan), plan.problems());
                        }));
  }

  /**
   * What the deployment repository holds.
   *
   * @param parts whose objects are read too
   */
  public Outcome<Holdings> holdings(Inquiry inquiry, Predicate<Part> parts) {
    return Visit.to(inquiry, secrets)
        .then(
            visit ->
                visit.over(
                    remote ->
                        Outcome.of(
                            new Inventory(visit.target(), remote, visit.snapshot(remote))
                                .take(parts))));
  }

  private static Preview preview(Run run, Plan plan) {
    return new Preview(
        run.target().address().text(),
        run.target().branch(),
        plan.tip().commit().map(ObjectId::name),
        plan.changes(),
        run.guard(plan).diagnostics());
  }

  /**
   * Deploys: one commit, pushed; none when nothing differs.
   *
   * <p>When somebody else pushes at the same time, it starts over from what they pushed.
   */
  public Outcome<Deployed> deploy(Wish wish, Manner manner) {
    return Run.prepare(wish, secrets)
        .then(
            run ->
                run.origin()
                    .inspect(manner)
                    .then(
                        origin ->
                            seal(manner)
                                .then(
                                    seal ->
                                        new Attempts(run, origin, manner, seal, clock, progress)
                                            .run())));
  }

  private Outcome<Optional<Seal>> seal(Manner manner) {
    return manner
        .sign()
        .map(file -> Seal.of(file, secrets).then(seal -> Outcome.of(Optional.of(seal))))
        .orElse(Outcome.of(Optional.empty()));
  }
}
