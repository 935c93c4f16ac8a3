package org.hubfleet.goal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Progress;
import org.hubfleet.deploy.Deployed;
import org.hubfleet.deploy.Deployment;
import org.hubfleet.deploy.Manner;
import org.hubfleet.deploy.Person;
import org.hubfleet.deploy.Secrets;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Fleet;

/**
 * Compiles and verifies the fleet and brings it into the deployment repository as one commit; says
 * what it pushed, or that nothing changed.
 */
final class DeployGoal implements Goal {
  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public String summary() {
    return "compile the fleet and push it to the deployment repository, as one commit";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.REPOSITORY,
        Parameter.BRANCH,
        Parameter.DRY_RUN,
        Parameter.ALLOW_DIRTY,
        Parameter.WAVE,
        Parameter.OVERTAKE,
        Parameter.ROLLBACK,
        Parameter.AUTHOR,
        Parameter.COMMITTER,
        Parameter.SIGN);
  }

  @Override
  public Ending run(Session session) {
    Settings settings = session.settings();
    Optional<Parameter> nobody =
        Stream.of(Parameter.AUTHOR, Parameter.COMMITTER)
            .filter(p -> settings.get(p).filter(text -> Person.parse(text).isEmpty()).isPresent())
            .findFirst();
    if (nobody.isPresent()) {
      return Ending.wrongUse(
          nobody.get().word() + " is no one such as \"Mira <mira@lab.example>\"");
    }
    try (Deployment deployment = new Deployment(Secrets.of(System.getenv()))) {
      return run(session, deployment);
    }
  }

  private static Ending run(Session session, Deployment deployment) {
    Settings settings = session.settings();
    Outcome<Compilation> outcome = session.compile(new Ahead(settings, deployment));
    if (outcome.value().isEmpty() || session.fails(outcome.diagnostics())) {
      return session.end(outcome, List.of(), List.of(), " in config, nothing was pushed");
    }
    Optional<String> mistake = Wishes.mistake(settings, outcome.value().get().fleet());
    if (mistake.isPresent()) {
      return Ending.wrongUse(mistake.get());
    }
    Outcome<Deployed> deployed =
        deployment.deploy(Wishes.of(session, outcome.value().get()), manner(settings));
    List<String> lines = deployed.value().map(done -> lines(done)).orElse(List.of());
    return session.end(outcome, deployed.diagnostics(), lines, ", nothing was pushed");
  }

  /** Lets the deployment begin with what it can before everything is compiled. */
  private record Ahead(Settings settings, Deployment deployment) implements Progress {
    @Override
    public void read(Fleet fleet) {
      deployment.approach(Wishes.inquiry(settings, fleet));
    }

    @Override
    public void compiled(Map<String, String> files) {
      if (Wishes.isWhole(settings)) {
        deployment.expect(files);
      }
    }
  }

  private static Manner manner(Settings settings) {
    return new Manner(
        settings.get(Parameter.AUTHOR).flatMap(Person::parse),
        settings.get(Parameter.COMMITTER).flatMap(Person::parse),
        settings.isGiven(Parameter.DRY_RUN),
        settings.isGiven(Parameter.ALLOW_DIRTY),
        settings.get(Parameter.SIGN).map(Path::of),
        settings.get(Parameter.ROLLBACK));
  }

  private static List<String> lines(Deployed done) {
    String where = done.address() + ", branch " + done.branch();
    if (done.changes().isEmpty()) {
      return List.of("nothing changed, nothing was pushed to " + where);
    }
    List<String> lines = new ArrayList<>();
    for (PartChange change : done.changes()) {
      lines.add(change.kind().word() + " " + change.part());
    }
    lines.add(
        done.commit()
                .map(commit -> "pushed " + commit + " to " + where)
                .orElse("would push to " + where)
            + ": "
            + done.message().lines().findFirst().orElse(""));
    return lines;
  }
}
