package org.hubfleet.maven;

import java.io.File;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what the deployment repository holds: by cluster and hub the source, the compiler, the
 * digest and the date; and with a kubeconfig file what Flux and the objects on the clusters say.
 */
@Mojo(
    name = "status",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class StatusMojo extends FleetMojo {
  /** The deployment repository; by default what {@code deployment} of {@code fleet.yaml} says. */
  @Parameter(property = "hubs.repository")
  private String repository;

  /** Its branch; by default what {@code deployment} of {@code fleet.yaml} says. */
  @Parameter(property = "hubs.branch")
  private String branch;

  /** How to reach the clusters, by the contexts that the files of the clusters name. */
  @Parameter(property = "hubs.kubeconfig")
  private File kubeconfig;

  /** Fail when something on a cluster is not as deployed. */
  @Parameter(property = "hubs.exitCode")
  private Boolean exitCode;

  @Override
  String goal() {
    return "status";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.REPOSITORY, repository);
    put(parameters, org.hubfleet.goal.Parameter.BRANCH, branch);
    put(parameters, org.hubfleet.goal.Parameter.KUBECONFIG, kubeconfig);
    put(parameters, org.hubfleet.goal.Parameter.EXIT_CODE, exitCode);
  }
}
