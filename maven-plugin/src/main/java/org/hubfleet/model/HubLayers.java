package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.distribution.Distribution;
import org.hubfleet.model.distribution.Distributions;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/**
 * The layers of one hub: what the fleet says for every hub, its distribution over those that it
 * extends, what its community says, its own file.
 *
 * @param fleet absent when the fleet has no defaults
 * @param distributions weakest first; empty when the hub has none
 * @param community absent when the community has no defaults
 */
record HubLayers(
    Optional<Mapping> fleet,
    List<Distribution> distributions,
    Optional<Mapping> community,
    Mapping own) {
  private static final String KEY = "distribution";

  HubLayers {
    distributions = List.copyOf(distributions);
  }

  /**
   * Those of a hub; absent when its distribution is not there, which is reported here or at the
   * distribution's own file.
   */
  static Optional<HubLayers> of(
      Mapping own,
      SourceFile file,
      Mapping fleet,
      Sources sources,
      Distributions known,
      List<Diagnostic> problems) {
    Optional<Mapping> ofAll = fleet.get("defaults").flatMap(Node::mapping);
    Optional<Mapping> ofCommunity =
        sources
            .at("config/communities/" + file.community() + "/community.yaml")
            .flatMap(SourceFile::tree)
            .flatMap(tree -> tree.get("defaults"))
            .flatMap(Node::mapping);
    Optional<Node> named =
        Stream.of(ofAll, ofCommunity, Optional.of(own))
            .flatMap(layer -> layer.flatMap(tree -> tree.get(KEY)).stream())
            .reduce((first, second) -> second)
            .filter(name -> !name.isNull());
    List<Distribution> distributions = List.of();
    if (named.isPresent()) {
      Outcome<List<Distribution>> found = find(named.get(), known);
      problems.addAll(found.diagnostics());
      if (found.value().isEmpty()) {
        return Optional.empty();
      }
      distributions = found.value().get();
    }
    return Optional.of(new HubLayers(ofAll, distributions, ofCommunity, own));
  }

  /** All of them on a cluster, weakest first. */
  List<Mapping> on(Cluster cluster) {
    List<Mapping> trees = new ArrayList<>();
    fleet.ifPresent(trees::add);
    for (Distribution distribution : distributions) {
      trees.add(distribution.layer(path -> cluster.fact(path).isPresent()));
    }
    community.ifPresent(trees::add);
    trees.add(own);
    return trees;
  }

  private static Outcome<List<Distribution>> find(Node named, Distributions known) {
    return named instanceof Scalar name && name.kind() == Scalar.Kind.STRING
        ? known.of(name)
        : Outcome.none(List.of());
  }
}
