package org.hubfleet.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Runs all passes over the whole fleet and reports every problem; writes nothing. */
@Mojo(
    name = "validate",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class ValidateMojo extends FleetMojo {
  @Override
  String goal() {
    return "validate";
  }
}
