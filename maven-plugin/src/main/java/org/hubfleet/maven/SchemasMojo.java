package org.hubfleet.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Writes the schemas of all kinds of config files to the schemas folder, for editors. */
@Mojo(
    name = "schemas",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class SchemasMojo extends FleetMojo {
  @Override
  String goal() {
    return "schemas";
  }
}
