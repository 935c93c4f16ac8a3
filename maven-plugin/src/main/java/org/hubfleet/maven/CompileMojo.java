package org.hubfleet.maven;

import org.apache.maven.plugins.annotations.Mojo;

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
  String goal() {
    return "compile";
  }
}
