package org.hubfleet.model;

import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The branch of the deployment repository, the same for whoever pushes to it and for the Flux that
 * fetches it.
 */
public final class DeployedBranch {
  /** One that nobody writes sources to, so that the repository may be that of the sources. */
  private static final String USUAL = "deployed";

  private DeployedBranch() {}

  /**
   * What {@code deployment.branch} says, else the usual one.
   *
   * @param tree of {@code fleet.yaml}, or of a cluster with what the fleet says for all
   * @param otherwise the origin of the usual one
   */
  public static Scalar of(Mapping tree, Origin otherwise) {
    return tree.at("deployment.branch")
        .flatMap(Node::scalar)
        .orElse(Scalar.string(USUAL, otherwise));
  }
}
