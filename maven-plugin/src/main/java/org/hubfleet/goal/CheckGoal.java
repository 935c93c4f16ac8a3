package org.hubfleet.goal;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.write.Change;
import org.hubfleet.write.GeneratedFolder;

/**
 * Fails when {@code generated/}, or {@code schemas/} where it is present, is not what {@code
 * config/} compiles to, naming the files; writes nothing.
 */
final class CheckGoal implements Goal {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "fail when generated/ or schemas/ is not what config/ compiles to, write nothing";
  }

  @Override
  public Ending run(Session session) {
    Outcome<Compilation> outcome = session.compile();
    if (outcome.value().isEmpty() || session.fails(outcome.diagnostics())) {
      return session.end(outcome, List.of(), List.of(), " in config");
    }
    Compilation compilation = outcome.value().get();
    GeneratedFolder folder = new GeneratedFolder(session.settings().generated());
    List<Diagnostic> found = new ArrayList<>();
    Outcome<List<Change>> changes = folder.changes(compilation.output(), compilation.scope());
    found.addAll(changes.diagnostics());
    found.addAll(Stale.files(changes.value().orElse(List.of())));
    found.addAll(Stale.foreign(folder.foreign(compilation.output(), compilation.scope())));
    if (Files.isDirectory(session.settings().schemas())) {
      found.addAll(new SchemasFolder(session.settings().schemas()).problems());
    }
    List<String> lines =
        Untouched.lines(session.settings(), compilation, ShownPaths.of(session.settings()));
    return session.end(outcome, found, lines, ": run mvn package and commit the result");
  }
}
