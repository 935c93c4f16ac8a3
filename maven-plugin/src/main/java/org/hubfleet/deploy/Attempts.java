package org.hubfleet.deploy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Deploys, from the beginning again each time that somebody else was quicker, for a bounded time.
 */
final class Attempts {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SHORTEST_PAUSE = 5;
  private static final long LONGEST_PAUSE = 400;

  private final Run run;
  private final String source;
  private final Manner manner;
  private final Optional<Seal> seal;
  private final Clock clock;
  private final Progress progress;

  /**
   * @param source of the commit, as the trailer has it
   */
  Attempts(
      Run run, String source, Manner manner, Optional<Seal> seal, Clock clock, Progress progress) {
    this.run = run;
    this.source = source;
    this.manner = manner;
    this.seal = seal;
    this.clock = clock;
    this.progress = progress;
  }

  Outcome<Deployed> run() {
    return run.visit().over(this::repeatedly);
  }

  private Outcome<Deployed> repeatedly(Remote remote) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int tries = 0;
    Optional<Outcome<Deployed>> done = Optional.empty();
    while (done.isEmpty() && System.nanoTime() < end) {
      pause(tries++);
      done = once(remote);
    }
    int count = tries;
    return done.orElseGet(
        () -> Outcome.none(new Troubles(run.target(), run.visit().secrets()).crowded(count)));
  }

  /** Waits a little longer each time, not all for the same time. */
  private static void pause(int tries) {
    if (tries > 0) {
      long most = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(tries, 10));
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, most + 1));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Absent when the branch moved meanwhile. */
  private Optional<Outcome<Deployed>> once(Remote remote) throws IOException {
    progress.at(Progress.Phase.READING);
    Snapshot tip = run.visit().snapshot(remote);
    progress.at(Progress.Phase.PLANNING);
    Plan plan = run.plan(remote, tip);
    Outcome<Optional<String>> behind = run.origin().compare(remote, tip, manner);
    Outcome<List<String>> guarded = run.guard(plan);
    List<Diagnostic> problems =
        Stream.of(
                plan.problems(),
                behind.diagnostics(),
                guarded.diagnostics(),
                LeakedSecret.in(plan.writes(), run.visit().secrets()))
            .flatMap(List::stream)
            .toList();
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      return Optional.of(Outcome.none(problems));
    }
    if (plan.isEmpty()) {
      return Optional.of(Outcome.of(deployed(plan, Optional.empty(), ""), problems));
    }
    Message message = new Message(plan.changes(), behind.value().flatMap(from -> from));
    if (manner.isDryRun()) {
      return Optional.of(Outcome.of(deployed(plan, Optional.empty(), message.subject()), problems));
    }
    progress.at(Progress.Phase.BUILDING);
    NewCommit.Built built = build(remote, plan, message, remarks(guarded));
    progress.at(Progress.Phase.PUSHING);
    if (remote.push(built.id(), tip.commit()) == Remote.Push.MOVED) {
      return Optional.empty();
    }
    progress.at(Progress.Phase.DONE);
    return Optional.of(
        Outcome.of(deployed(plan, Optional.of(built.id()), built.message()), problems));
  }

  private List<String> remarks(Outcome<List<String>> guarded) {
    Secrets secrets = run.visit().secrets();
    List<String> said = guarded.value().orElse(List.of()).stream().map(secrets::hide).toList();
    return said.isEmpty() ? List.of() : List.of("Acknowledged:\n- " + String.join("\n- ", said));
  }

  private NewCommit.Built build(Remote remote, Plan plan, Message message, List<String> remarks)
      throws IOException {
    Person author = manner.author().orElseGet(this::operator);
    NewCommit.Stamp stamp =
        new NewCommit.Stamp(
            source,
            run.wish().compiler(),
            clock.instant(),
            author,
            manner.committer().orElse(author),
            seal);
    NewCommit commit = new NewCommit(plan, run.target(), stamp);
    try (ObjectInserter inserter = remote.inserter(NewCommit.size(plan));
        ObjectReader reader = remote.reader()) {
      return commit.build(reader, inserter, message, remarks);
    }
  }

  private Person operator() {
    Mapping fleet = run.wish().fleet().tree();
    String name = fleet.at("operator.name").flatMap(Node::string).orElse("hubs");
    String contact = fleet.at("operator.contact").flatMap(Node::string).orElse("");
    return Person.parse(name + " <" + contact + ">")
        .filter(person -> contact.contains("@"))
        .orElse(new Person(name, "hubs@localhost"));
  }

  private Deployed deployed(Plan plan, Optional<ObjectId> commit, String message) {
    return new Deployed(
        run.target().address().text(),
        run.target().branch(),
        commit.map(ObjectId::name),
        message,
        plan.changes());
  }
}
