package org.hubfleet.deploy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.write.Output;

/**
 * Goes to the deployment repository while the fleet is still being compiled: opens it, fetches its
 * tip, and rehearses a deployment of nothing, so that all this takes no time afterwards. It is only
 * ahead of time and decides nothing: the deployment asks for the tip again, and what goes wrong
 * here goes wrong there again, and is told there.
 */
final class Approach implements AutoCloseable {
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  /** An open repository. */
  private record Arrival(Target target, Remote remote) {}

  private final Inquiry inquiry;
  private final Secrets secrets;
  private final FutureTask<Optional<Arrival>> task = new FutureTask<>(this::arrive);
  private boolean closed;

  private Approach(Inquiry inquiry, Secrets secrets) {
    this.inquiry = inquiry;
    this.secrets = secrets;
  }

  /** Sets out, on a thread of its own. */
  static Approach begin(Inquiry inquiry, Secrets secrets) {
    Approach approach = new Approach(inquiry, secrets);
    Thread thread = new Thread(approach.task, "approach");
    thread.setDaemon(true);
    thread.start();
    return approach;
  }

  /** The open repository, which is the caller's to close; absent when it is not that one. */
  Optional<Remote> take(Target target) {
    Optional<Arrival> arrival = await();
    synchronized (this) {
      boolean right = !closed && arrival.filter(a -> a.target().equals(target)).isPresent();
      if (right) {
        closed = true;
        return arrival.map(Arrival::remote);
      }
    }
    close();
    return Optional.empty();
  }

  private Optional<Arrival> await() {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException broken) {
      return Optional.empty();
    }
  }

  private Optional<Arrival> arrive() throws IOException {
    Optional<Visit> visit = Visit.to(inquiry, secrets).value();
    if (visit.isEmpty()) {
      return Optional.empty();
    }
    Remote remote = new Remotes(secrets).open(visit.get().target());
    boolean kept = false;
    try {
      rehearse(visit.get(), remote);
      synchronized (this) {
        kept = !closed;
      }
    } finally {
      if (!kept) {
        remote.close();
      }
    }
    return kept ? Optional.of(new Arrival(visit.get().target(), remote)) : Optional.empty();
  }

  private void rehearse(Visit visit, Remote remote) throws IOException {
    Wish nothing =
        new Wish(
            inquiry.config(),
            inquiry.fleet(),
            Output.of(Map.of()),
            Scope.of(List.of()),
            new TreeMap<>(),
            inquiry.repository(),
            inquiry.branch(),
            "",
            UnaryOperator.identity());
    Run run = new Run(nothing, new BlobNames(), visit);
    Snapshot tip = visit.snapshot(remote);
    Plan plan = run.plan(remote, tip);
    run.origin().compare(remote, tip, Manner.PLAIN);
    run.guard(plan);
    Person nobody = new Person("nobody", "nobody@localhost");
    NewCommit commit =
        new NewCommit(
            plan,
            run.target(),
            new NewCommit.Stamp("", "", Instant.EPOCH, nobody, nobody, Optional.empty()));
    try (InMemoryRepository memory =
            new InMemoryRepository(new DfsRepositoryDescription("rehearsal"));
        ObjectInserter inserter = memory.newObjectInserter();
        ObjectReader reader = remote.reader()) {
      commit.build(reader, inserter, new Message(plan.changes(), Optional.empty()), List.of());
    }
  }

  /**
   * Gives up what nobody took. What is still on its way gives itself up when it arrives, for which
   * it is given a moment.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      task.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)
          .map(Arrival::remote)
          .ifPresent(Remote::close);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException nothing) {
      // There is nothing to close, or not yet.
    }
  }
}
