package org.hubfleet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.write.Change;
import org.hubfleet.write.GeneratedFolder;

/**
 * Validates, compiles and verifies the fleet, then brings the generated folder to exactly the
 * compiled files.
 */
@Mojo(
    name = "compile",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class CompileMojo extends FleetMojo {
  @Override
  public void execute() throws MojoFailureException {
    Compilation compilation = compile();
    GeneratedFolder folder = new GeneratedFolder(generated());
    List<Change> changes = folder.changes(compilation.output(), compilation.scope());
    folder.apply(compilation.output(), changes);
    changes.forEach(change -> getLog().info(change.kind().word() + " generated/" + change.file()));
    getLog()
        .info(
            compilation.fleet().hubs().size()
                + " hubs, "
                + compilation.objects()
                + " objects, "
                + (changes.isEmpty() ? "nothing changed" : changes.size() + " files changed"));
  }
}
