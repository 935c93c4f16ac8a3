package org.hubfleet.goal;

import java.nio.file.Path;
import java.util.List;

/** Writes the composed schemas of all kinds of config files, for editors and other tools. */
final class SchemasGoal implements Goal {
  @Override
  public String name() {
    return "schemas";
  }

  @Override
  public String summary() {
    return "write the schemas of config files to schemas/, for editors";
  }

  @Override
  public Ending run(Session session) {
    Path path = session.settings().schemas();
    SchemasFolder folder = new SchemasFolder(path);
    List<String> stale = folder.stale();
    folder.write(stale);
    ShownPaths paths = ShownPaths.of(session.settings());
    stale.forEach(name -> session.console().line("wrote " + paths.shown("schemas/" + name)));
    if (stale.isEmpty()) {
      session.console().line("nothing changed in " + paths.shown("schemas"));
    }
    return Ending.FINE;
  }
}
