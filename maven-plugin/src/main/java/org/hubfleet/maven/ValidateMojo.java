package org.hubfleet.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.hubfleet.compiler.Compilation;

/** Runs all passes over all of the config folder and writes nothing. */
@Mojo(
    name = "validate",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class ValidateMojo extends FleetMojo {
  @Override
  public void execute() throws MojoFailureException {
    Compilation compilation = compile();
    getLog()
        .info(
            compilation.fleet().hubs().size()
                + " hubs, "
                + compilation.objects()
                + " objects, all fine");
  }
}
