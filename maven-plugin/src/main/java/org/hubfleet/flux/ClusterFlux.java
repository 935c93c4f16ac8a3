package org.hubfleet.flux;

import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * The tree which the templates of {@code shelf/flux/cluster/} read: below {@code context.flux} the
 * {@code url}, {@code branch} and paths, and what the cluster's file and {@code fleet.yaml} say
 * under {@code flux}.
 */
final class ClusterFlux {
  private ClusterFlux() {}

  static Mapping tree(Cluster cluster, Source source, boolean hasHubs) {
    Origin origin = source.url().origin();
    Mapping facts =
        cluster.fact("flux").flatMap(Node::mapping).orElse(Mapping.empty(origin)).without("url");
    Mapping.Builder flux = Mapping.builder(origin);
    facts.entries().forEach((key, entry) -> flux.put(key, entry.key(), entry.value()));
    flux.put("url", source.url())
        .put("branch", source.branch())
        .put("clusterPath", source.path(cluster.name() + "/flux"))
        .put(
            "platformPath",
            Optional.of(source.path(cluster.name() + "/platform")).filter(path -> hasHubs));
    return Mapping.builder(origin)
        .put("context", Mapping.builder(origin).put("flux", flux.build()).build())
        .build();
  }
}
