package org.hubfleet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.write.Change;
import org.hubfleet.write.GeneratedFolder;

/**
 * Fails when the generated folder is not what the config folder compiles to, naming the files;
 * writes nothing.
 */
@Mojo(
    name = "check",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class CheckMojo extends FleetMojo {
  @Override
  public void execute() throws MojoFailureException {
    Compilation compilation = compile();
    List<Change> changes =
        new GeneratedFolder(generated()).changes(compilation.output(), compilation.scope());
    for (Change change : changes) {
      getLog()
          .error("generated/" + change.file() + " is stale: it would be " + change.kind().word());
    }
    if (!changes.isEmpty()) {
      throw new MojoFailureException(
          changes.size() + " stale files in generated, run mvn package and commit the result");
    }
    getLog().info("generated is what config compiles to");
  }
}
