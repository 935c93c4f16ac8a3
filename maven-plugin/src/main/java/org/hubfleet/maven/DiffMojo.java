package org.hubfleet.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what a deployment would change against the tip of the deployment repository: hubs, objects
 * and fields, each with the line of the config folder behind it; writes nothing.
 */
@Mojo(
    name = "diff",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class DiffMojo extends FleetMojo {
  /** The deployment repository; by default what {@code deployment} of {@code fleet.yaml} says. */
  @Parameter(property = "hubs.repository")
  private String repository;

  /** Its branch; by default what {@code deployment} of {@code fleet.yaml} says. */
  @Parameter(property = "hubs.branch")
  private String branch;

  /** Fail when something differs. */
  @Parameter(property = "hubs.exitCode")
  private Boolean exitCode;

  /** Only the hubs of this wave, which {@code deployment.waves} of {@code fleet.yaml} names. */
  @Parameter(property = "hubs.wave")
  private String wave;

  @Override
  String goal() {
    return "diff";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.REPOSITORY, repository);
    put(parameters, org.hubfleet.goal.Parameter.BRANCH, branch);
    put(parameters, org.hubfleet.goal.Parameter.EXIT_CODE, exitCode);
    put(parameters, org.hubfleet.goal.Parameter.WAVE, wave);
  }
}
