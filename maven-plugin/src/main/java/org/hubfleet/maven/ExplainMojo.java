package org.hubfleet.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says where the values of a hub and the fields of its objects come from, what they overrode and
 * what they reach; or what a rule means.
 */
@Mojo(
    name = "explain",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class ExplainMojo extends FleetMojo {
  /** A value of the hub, such as {@code jupyterhub.singleuser.memory.limit}, or of the object. */
  @Parameter(property = "hubs.path")
  private String path;

  /** An object of the hub, such as {@code Deployment/hub}. */
  @Parameter(property = "hubs.object")
  private String object;

  /** A rule, such as {@code yaml/duplicate-key}. */
  @Parameter(property = "hubs.rule")
  private String rule;

  @Override
  String goal() {
    return "explain";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.PATH, path);
    put(parameters, org.hubfleet.goal.Parameter.OBJECT, object);
    put(parameters, org.hubfleet.goal.Parameter.RULE, rule);
  }
}
