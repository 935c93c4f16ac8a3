package org.hubfleet.maven;

import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails when the generated folder, or the schemas folder where present, is not what the config
 * folder compiles to, naming the files; writes nothing.
 */
@Mojo(
    name = "check",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class CheckMojo extends FleetMojo {
  @Override
  String goal() {
    return "check";
  }
}
