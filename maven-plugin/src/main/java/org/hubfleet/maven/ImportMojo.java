package org.hubfleet.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a hub file from the values files of a hub that a chart installed, and says what was kept,
 * mended and lost. Needs values, hub (as community/hub) and cluster.
 */
@Mojo(
    name = "import",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class ImportMojo extends FleetMojo {
  /** Existing values files in the order in which Helm takes them, separated by commas. */
  @Parameter(property = "hubs.values")
  private String values;

  /** The Helm release whose names the hub keeps; by default the hub's id. */
  @Parameter(property = "hubs.release")
  private String release;

  /** The namespace the hub is in; by default the hub's id. */
  @Parameter(property = "hubs.namespace")
  private String namespace;

  /** The domain of the hub; by default the first host of its Ingress. */
  @Parameter(property = "hubs.domain")
  private String domain;

  /** Lists of paths that exist in encrypted values files, one a line, separated by commas. */
  @Parameter(property = "hubs.secretKeys")
  private String secretKeys;

  /** Whether to write lines of the hub language where they mean exactly the same; so by default. */
  @Parameter(property = "hubs.typed")
  private String typed;

  /** Whether to overwrite the hub file if it is there. */
  @Parameter(property = "hubs.force")
  private String force;

  @Override
  String goal() {
    return "import";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.VALUES, values);
    put(parameters, org.hubfleet.goal.Parameter.RELEASE, release);
    put(parameters, org.hubfleet.goal.Parameter.NAMESPACE, namespace);
    put(parameters, org.hubfleet.goal.Parameter.DOMAIN, domain);
    put(parameters, org.hubfleet.goal.Parameter.SECRET_KEYS, secretKeys);
    put(parameters, org.hubfleet.goal.Parameter.TYPED, typed);
    put(parameters, org.hubfleet.goal.Parameter.FORCE, force);
  }
}
