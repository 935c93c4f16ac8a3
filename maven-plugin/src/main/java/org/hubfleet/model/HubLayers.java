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
 * @param trees weakest first, the hub's own last
 * @param distributions weakest first; empty when the hub has none
 */
record HubLayers(List<Mapping> trees, List<Distribution> distributions) {
  private static final String KEY = "distribution";

  HubLayers {
    trees = List.copyOf(trees);
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
    List<Mapping> trees = new ArrayList<>();
    ofAll.ifPresent(trees::add);
    distributions.forEach(distribution -> trees.add(distribution.layer()));
    ofCommunity.ifPresent(trees::add);
    trees.add(own);
    return Optional.of(new HubLayers(trees, distributions));
  }

  /** The hub's own file. */
  Mapping own() {
    return trees.get(trees.size() - 1);
  }

  private static Outcome<List<Distribution>> find(Node named, Distributions known) {
    return named instanceof Scalar name && name.kind() == Scalar.Kind.STRING
        ? known.of(name)
        : Outcome.none(List.of());
  }
}
