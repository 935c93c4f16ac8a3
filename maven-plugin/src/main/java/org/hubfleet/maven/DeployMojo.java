package org.hubfleet.maven;

import java.io.File;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles and verifies the fleet and brings it into the deployment repository as one commit; says
 * what it pushed, or that nothing changed.
 */
@Mojo(
    name = "deploy",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    inheritByDefault = false)
public final class DeployMojo extends FleetMojo {
  /** The deployment repository; by default what {@code deployment} of {@code fleet.yaml} says. */
  @Parameter(property = "hubs.repository")
  private String repository;

  /** Its branch; by default what {@code deployment} of {@code fleet.yaml} says. */
  @Parameter(property = "hubs.branch")
  private String branch;

  /** Say what would be pushed, push nothing. */
  @Parameter(property = "hubs.dryRun")
  private Boolean dryRun;

  /** Deploy a config folder that is not as committed; the commit says so. */
  @Parameter(property = "hubs.allowDirty")
  private Boolean allowDirty;

  /** Go back to this older commit of the source, which must be the one checked out. */
  @Parameter(property = "hubs.rollback")
  private String rollback;

  /** Who the commit is from, {@code name <email>}; by default the operator of the fleet. */
  @Parameter(property = "hubs.author")
  private String author;

  /** Who commits it, {@code name <email>}; by default its author. */
  @Parameter(property = "hubs.committer")
  private String committer;

  /**
   * File of the private key that signs the commit, SSH or OpenPGP; its passphrase comes from {@code
   * HUBS_SIGN_PASSPHRASE} of the environment.
   */
  @Parameter(property = "hubs.sign")
  private File sign;

  /** Only the hubs of this wave, which {@code deployment.waves} of {@code fleet.yaml} names. */
  @Parameter(property = "hubs.wave")
  private String wave;

  /** Deploy the wave even if an earlier one has not been. */
  @Parameter(property = "hubs.overtake")
  private Boolean overtake;

  @Override
  String goal() {
    return "deploy";
  }

  @Override
  void add(Map<org.hubfleet.goal.Parameter, String> parameters) {
    put(parameters, org.hubfleet.goal.Parameter.REPOSITORY, repository);
    put(parameters, org.hubfleet.goal.Parameter.BRANCH, branch);
    put(parameters, org.hubfleet.goal.Parameter.DRY_RUN, dryRun);
    put(parameters, org.hubfleet.goal.Parameter.ALLOW_DIRTY, allowDirty);
    put(parameters, org.hubfleet.goal.Parameter.ROLLBACK, rollback);
    put(parameters, org.hubfleet.goal.Parameter.AUTHOR, author);
    put(parameters, org.hubfleet.goal.Parameter.COMMITTER, committer);
    put(parameters, org.hubfleet.goal.Parameter.SIGN, sign);
    put(parameters, org.hubfleet.goal.Parameter.WAVE, wave);
    put(parameters, org.hubfleet.goal.Parameter.OVERTAKE, overtake);
  }
}
