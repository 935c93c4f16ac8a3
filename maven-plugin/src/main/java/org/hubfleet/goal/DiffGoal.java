package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.deploy.Deployment;
import org.hubfleet.deploy.Preview;
import org.hubfleet.deploy.Secrets;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;

/**
 * Says what a deployment would change against the tip of the deployment repository: hubs, objects
 * and fields by meaning, each with the line of {@code config/} behind it. Writes nothing.
 */
final class DiffGoal implements Goal {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "say what a deployment would change, write nothing";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.REPOSITORY, Parameter.BRANCH, Parameter.WAVE, Parameter.EXIT_CODE);
  }

  @Override
  public Ending run(Session session) {
    Outcome<Compilation> outcome = session.compile();
    if (outcome.value().isEmpty() || session.fails(outcome.diagnostics())) {
      return session.end(outcome, List.of(), List.of(), " in config");
    }
    Compilation compilation = outcome.value().get();
    Optional<String> mistake = Wishes.mistake(session.settings(), compilation.fleet());
    if (mistake.isPresent()) {
      return Ending.wrongUse(mistake.get());
    }
    Outcome<Preview> preview =
        new Deployment(Secrets.of(System.getenv())).preview(Wishes.of(session, compilation));
    if (preview.value().isEmpty() || session.fails(preview.diagnostics())) {
      return session.end(outcome, preview.diagnostics(), List.of(), "");
    }
    List<String> lines =
        new ArrayList<>(lines(preview.value().get(), new Behind(session.compiler(), compilation)));
    Set<Part> changed =
        preview.value().get().changes().stream().map(PartChange::part).collect(Collectors.toSet());
    lines.addAll(DistributionLines.of(changed, compilation));
    List<Diagnostic> problems = new ArrayList<>(preview.diagnostics());
    preview.value().get().stops().stream().map(DiffGoal::warning).forEach(problems::add);
    Ending ending = session.end(outcome, problems, lines, "");
    boolean differs = !preview.value().get().changes().isEmpty();
    return differs && session.settings().isGiven(Parameter.EXIT_CODE) && ending.isFine()
        ? Ending.problems("what is deployed differs from config")
        : ending;
  }

  /** Comparing stops nobody; deploying will. */
  private static Diagnostic warning(Diagnostic stop) {
    Diagnostic same =
        Diagnostic.warning(
            stop.place(), stop.rule(), "deploying will be stopped: " + stop.message());
    return same.hint(stop.hint());
  }

  private static List<String> lines(Preview preview, Behind behind) {
    String where = preview.address() + ", branch " + preview.branch();
    if (preview.changes().isEmpty()) {
      return List.of("nothing differs from " + where);
    }
    List<String> lines = new ArrayList<>();
    lines.add("against " + where + preview.tip().map(tip -> " at " + tip).orElse(", which is new"));
    for (PartChange change : preview.changes()) {
      lines.addAll(DiffLines.of(behind.locate(change)));
    }
    return lines;
  }
}
