package org.hubfleet.deploy;

import java.time.Clock;
import java.util.Map;
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
public final class Deployment implements AutoCloseable {
  private final Secrets secrets;
  private final Clock clock;
  private final Progress progress;
  private final BlobNames names = new BlobNames();
  private Optional<Approach> approach = Optional.empty();

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

  /**
   * Goes to the repository already, in the background, while something else is done. Nothing is
   * written; what goes wrong is told by whoever asks later.
   */
  public void approach(Inquiry inquiry) {
    close();
    approach = Optional.of(Approach.begin(inquiry, secrets));
  }

  /**
   * Gets ready for files that are going to be deployed.
   *
   * @param files path to text, the very texts that the wish will have
   */
  public void expect(Map<String, String> files) {
    names.expect(files);
  }

  /** Gives up an approach that nothing came of. */
  @Override
  public void close() {
    approach.ifPresent(Approach::close);
    approach = Optional.empty();
  }

  /** What deploying would change. Writes nothing. */
  public Outcome<Preview> preview(Wish wish) {
    return Run.prepare(wish, names, secrets, approach)
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
    return Run.prepare(wish, names, secrets, approach)
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
