package org.hubfleet.lower.derive.security;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * {@code context.podSecurity}: {@code level} that the hub's namespace enforces: the one the fleet's
 * policy names, else {@code baseline}, or {@code privileged} where one of the hub's pods could not
 * start otherwise. Whether the pods meet a policy is judged when they are verified.
 */
public final class PodSecurity implements Derivation {
  private static final String IPTABLES = "singleuser.cloudMetadata.blockWithIptables";

  /** Where values hold parts of pods. */
  private static final List<String> FRAGMENTS =
      List.of(
          "hub.initContainers",
          "hub.extraContainers",
          "hub.extraVolumes",
          "hub.extraPodSpec",
          "hub.containerSecurityContext",
          "hub.podSecurityContext",
          "proxy.chp.extraPodSpec",
          "proxy.chp.containerSecurityContext",
          "proxy.traefik.extraInitContainers",
          "proxy.traefik.extraVolumes",
          "proxy.traefik.extraPodSpec",
          "proxy.traefik.containerSecurityContext",
          "proxy.secretSync.containerSecurityContext",
          "scheduling.userScheduler.extraPodSpec",
          "scheduling.userScheduler.containerSecurityContext",
          "scheduling.userPlaceholder.extraPodSpec",
          "scheduling.userPlaceholder.containerSecurityContext",
          "prePuller.containerSecurityContext",
          "prePuller.pause.containerSecurityContext",
          "prePuller.hook.containerSecurityContext",
          "singleuser.initContainers",
          "singleuser.extraContainers",
          "singleuser.extraPodConfig",
          "singleuser.storage.extraVolumes",
          "singleuser.profileList",
          "hub.config.Spawner",
          "hub.config.KubeSpawner");

  @Override
  public String key() {
    return "podSecurity";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Scalar level =
        values
            .hub()
            .cluster()
            .fact("policy.podSecurity")
            .flatMap(Node::scalar)
            .or(() -> risk(values).map(origin -> Scalar.string("privileged", origin)))
            .orElseGet(() -> Scalar.string("baseline", values.hub().clusterOrigin()));
    return Mapping.builder(level.origin()).put("level", level).build();
  }

  /** Where the first value stands that a namespace of level baseline would refuse. */
  private static Optional<Origin> risk(Values values) {
    if (values.isTrue(IPTABLES)) {
      return Optional.of(values.origin(IPTABLES));
    }
    return FRAGMENTS.stream()
        .filter(path -> isEmitted(values, path))
        .flatMap(path -> values.node(path).stream())
        .flatMap(fragment -> BeyondBaseline.in(fragment).stream())
        .map(Node::origin)
        .findFirst();
  }

  /** Whether the hub has the pods that the fragment is a part of. */
  private static boolean isEmitted(Values values, String path) {
    if (path.startsWith("prePuller.hook.")) {
      return values.derived("puller.hook").isTrue();
    }
    return !path.startsWith("scheduling.")
        || values.isTrue(path.substring(0, path.lastIndexOf('.')) + ".enabled");
  }
}
