package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.render.Manifest;
import org.hubfleet.render.Renderer;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;

/**
 * The objects by which Flux applies the compiled tree, where {@code deployment} of {@code
 * fleet.yaml} says from where. Safe for threads.
 */
public final class FluxObjects {
  private final Renderer ofHub;
  private final Renderer ofCluster;

  /** Parses the templates of {@code flux/} on the shelf. */
  public FluxObjects(Shelf shelf) {
    ofHub = new Renderer(shelf, "flux/hub");
    ofCluster = new Renderer(shelf, "flux/cluster");
  }

  /**
   * The objects of a hub with those that Flux needs for it: its account and that account's rights,
   * and what Flux applies in which order.
   *
   * <p>Reports {@code flux/no-decryption}, {@code flux/decryption-off} and {@code
   * flux/foreign-role}.
   *
   * @param manifests all of the hub, patches applied
   * @param secrets of that hub
   */
  public Outcome<List<Manifest>> of(
      Blueprint blueprint, List<Manifest> manifests, List<EncryptedSecret> secrets) {
    Optional<Source> source = Source.of(blueprint.hub().cluster());
    if (source.isEmpty()) {
      return Outcome.of(manifests);
    }
    List<Manifest> all = new ArrayList<>(manifests);
    Mapping tree = new HubFlux(blueprint, source.get(), manifests, secrets).tree();
    all.addAll(ofHub.render(tree, blueprint.hub().clusterOrigin()));
    List<Diagnostic> problems = new ArrayList<>(EncryptedMistakes.of(blueprint.hub(), secrets));
    problems.addAll(ForeignRole.of(blueprint.hub(), manifests));
    return Outcome.of(all, problems);
  }

  /**
   * The objects of a cluster above its hubs; empty where Flux has nowhere to fetch from.
   *
   * @param hasHubs whether any hub runs there; without one nothing lies above it, and Flux must not
   *     look for it
   */
  public List<Manifest> of(Cluster cluster, boolean hasHubs) {
    Optional<Source> source = Source.of(cluster);
    return source
        .map(
            from -> ofCluster.render(ClusterFlux.tree(cluster, from, hasHubs), from.url().origin()))
        .orElse(List.of());
  }

  /** Where it is said from where a cluster's Flux fetches; absent where it is not. */
  public static Optional<Scalar> address(Cluster cluster) {
    return Source.address(cluster);
  }
}
