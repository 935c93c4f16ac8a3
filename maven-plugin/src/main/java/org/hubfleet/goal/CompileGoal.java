package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hubfleet.compare.Part;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.write.Change;
import org.hubfleet.write.GeneratedFolder;

/**
 * Validates, compiles and verifies the fleet, then brings the generated folder to exactly the
 * compiled files and says what changed. Writes nothing when a problem fails the run.
 */
final class CompileGoal implements Goal {
  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String summary() {
    return "check the whole fleet and bring generated/ to what it compiles to";
  }

  @Override
  public Ending run(Session session) {
    Outcome<Compilation> outcome = session.compile();
    if (outcome.value().isEmpty() || session.fails(outcome.diagnostics())) {
      return session.end(outcome, List.of(), List.of(), " in config, nothing was written");
    }
    Compilation compilation = outcome.value().get();
    GeneratedFolder folder = new GeneratedFolder(session.settings().generated());
    ShownPaths paths = ShownPaths.of(session.settings());
    List<String> lines = new ArrayList<>();
    Outcome<List<Change>> applied =
        folder.apply(
            compilation.output(),
            compilation.scope(),
            changes -> {
              lines.addAll(ChangeLines.of(changes, folder, compilation.output(), paths));
              lines.addAll(DistributionLines.of(parts(changes), compilation));
            });
    if (applied.hasErrors()) {
      return session.end(outcome, applied.diagnostics(), List.of(), ", nothing was written");
    }
    lines.addAll(Untouched.lines(session.settings(), compilation, paths));
    List<Diagnostic> foreign =
        Stale.foreign(folder.foreign(compilation.output(), compilation.scope()));
    return session.end(outcome, foreign, lines, "");
  }

  private static Set<Part> parts(List<Change> changes) {
    return changes.stream().map(change -> Part.of(change.file())).collect(Collectors.toSet());
  }
}
