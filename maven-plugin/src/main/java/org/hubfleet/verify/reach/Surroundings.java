package org.hubfleet.verify.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.lower.derive.network.PublicAddresses;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.check.Pod;

/** A hub's pods and what lies around them, as targets of connections. */
final class Surroundings {
  /** RFC 5737 and RFC 3849: addresses that stand for any public one. */
  static final List<AddressRange> ANYWHERE =
      List.of(AddressRange.of("203.0.113.10"), AddressRange.of("2001:db8::10"));

  /** RFC 4291. */
  private static final AddressRange LINK_LOCAL = AddressRange.of("fe80::/10");

  private static final String NAME = "kubernetes.io/metadata.name";

  private final Blueprint blueprint;
  private final List<Manifest> manifests;
  private final List<Pod> pods;
  private final Mapping none;

  /** Pods have private addresses, nobody knows which. */
  private final List<AddressRange> privateAddresses;

  Surroundings(Blueprint blueprint, List<Manifest> manifests) {
    this.blueprint = blueprint;
    this.manifests = manifests;
    this.pods = Pod.of(blueprint, manifests);
    this.none = Mapping.empty(blueprint.hub().clusterOrigin());
    this.privateAddresses = privateAddresses(blueprint.hub());
  }

  Hub hub() {
    return blueprint.hub();
  }

  /** What says that there is no network policy for servers. */
  Origin unlimited() {
    return blueprint
        .jupyterhub()
        .at("singleuser.networkPolicy.enabled")
        .map(Node::origin)
        .orElse(hub().clusterOrigin());
  }

  /** The pod that is made for each person. */
  Pod server() {
    return pods.get(pods.size() - 1);
  }

  /** The pod of an object. */
  Optional<Pod> pod(String component) {
    return pods.stream()
        .filter(
            pod ->
                pod.labels()
                    .get("component")
                    .flatMap(Node::string)
                    .filter(component::equals)
                    .isPresent())
        .findFirst();
  }

  /** A pod of this hub. */
  Target near(Pod pod) {
    return target(pod, true, namespace(hub().namespace()));
  }

  /** The same pod of a hub like this one in another namespace. */
  Target far(Pod pod) {
    return target(pod, false, namespace("another-hub"));
  }

  private Target target(Pod pod, boolean near, Mapping namespace) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    pod.containers().stream()
        .flatMap(container -> container.list("ports").stream())
        .forEach(
            port ->
                port.get("name")
                    .flatMap(Node::string)
                    .ifPresent(
                        name ->
                            port.get("containerPort")
                                .flatMap(Node::scalar)
                                .ifPresent(number -> ports.put(name, number.number().intValue()))));
    return new Target(true, pod.labels(), near, namespace, privateAddresses, ports);
  }

  private static List<AddressRange> privateAddresses(Hub hub) {
    List<AddressRange> metadata = PublicAddresses.metadata(hub);
    return PublicAddresses.closed(hub).stream()
        .filter(range -> !metadata.contains(range) && !LINK_LOCAL.contains(range))
        .toList();
  }

  Target at(AddressRange... addresses) {
    return Target.at(List.of(addresses), none);
  }

  Target privately() {
    return Target.at(privateAddresses, none);
  }

  /** What answers for a host: absent for a name whose address nobody knows here. */
  Optional<Target> host(String host) {
    Optional<AddressRange> address = AddressRange.parse(host);
    if (address.isPresent()) {
      return Optional.of(at(address.get()));
    }
    String[] steps = host.replaceFirst("\\.svc(\\.cluster\\.local)?$", "").split("\\.", -1);
    boolean service = steps.length == 1 || host.contains(".svc");
    String namespace = steps.length > 1 ? steps[1] : hub().namespace();
    return service
        ? Optional.of(
            new Target(
                true,
                none,
                namespace.equals(hub().namespace()),
                namespace(namespace),
                privateAddresses,
                Map.of()))
        : Optional.empty();
  }

  /** The labels that a namespace like the hub's has under another name. */
  private Mapping namespace(String name) {
    Mapping labels =
        manifests.stream()
            .filter(manifest -> manifest.kind().equals("Namespace"))
            .flatMap(manifest -> manifest.object().at("metadata.labels").stream())
            .flatMap(node -> node.mapping().stream())
            .findFirst()
            .orElse(none);
    return labels.with(NAME, Scalar.string(name, none.origin()));
  }

  /** The hosts of NFS servers that volumes of the hub's people are on, each once. */
  List<Scalar> shares() {
    List<Scalar> servers = new ArrayList<>();
    Stream<Node> volumes =
        Stream.concat(
            manifests.stream()
                .filter(manifest -> manifest.kind().equals("PersistentVolume"))
                .flatMap(manifest -> manifest.object().get("spec").stream()),
            volumes().stream());
    volumes
        .flatMap(
            volume ->
                volume
                    .at("nfs.server")
                    .or(() -> volume.at("csi.volumeAttributes.server"))
                    .flatMap(Node::scalar)
                    .stream())
        .filter(one -> servers.stream().noneMatch(known -> known.text().equals(one.text())))
        .forEach(servers::add);
    return servers;
  }

  private List<Node> volumes() {
    return Rule.items(server().spec(), "volumes");
  }
}
