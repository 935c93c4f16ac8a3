package org.hubfleet.flux;

import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.DeployedBranch;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Where a cluster's Flux fetches the compiled tree.
 *
 * @param url that Flux understands
 * @param folder of the tree in the repository, starting with {@code ./} and ending in a slash
 */
record Source(Scalar url, Scalar branch, String folder) {
  /** That of a cluster; absent where nothing is deployed, or nothing that Flux can fetch. */
  static Optional<Source> of(Cluster cluster) {
    return address(cluster)
        .flatMap(node -> new GitAddress(node.text()).forFlux().map(url -> at(url, node, cluster)));
  }

  /** The line that says where; Flux may be told another way to the same repository. */
  static Optional<Scalar> address(Cluster cluster) {
    return cluster
        .fact("flux.url")
        .or(() -> cluster.fact("deployment.repository"))
        .flatMap(Node::scalar)
        .filter(node -> !node.text().isBlank());
  }

  private static Source at(String url, Scalar address, Cluster cluster) {
    Origin origin = address.origin();
    Scalar branch = DeployedBranch.of(cluster.tree(), origin);
    String path =
        cluster
            .fact("deployment.path")
            .flatMap(Node::string)
            .map(text -> text.replaceAll("^(\\./|/)+|/+$", ""))
            .filter(text -> !text.isEmpty() && !text.equals("."))
            .map(text -> text + "/")
            .orElse("");
    return new Source(Scalar.string(url, origin), branch, "./" + path);
  }

  /** The path of a folder of the compiled tree in the repository. */
  Scalar path(String below) {
    return Scalar.string(folder + below, url.origin());
  }
}
