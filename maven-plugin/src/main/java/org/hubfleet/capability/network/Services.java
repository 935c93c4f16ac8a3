package org.hubfleet.capability.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.lower.derive.network.PublicAddresses;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code reach}: a rule for each further service that servers may reach, and {@code
 * context.reach} for whoever holds the rules against it. Reports {@code network/no-place}, {@code
 * network/bad-address} and {@code network/metadata-reached}.
 */
final class Services {
  private static final RuleName NO_PLACE = RuleName.of("network/no-place");
  private static final RuleName BAD = RuleName.of("network/bad-address");
  private static final RuleName METADATA = RuleName.of("network/metadata-reached");

  private Services() {}

  static void lower(Hub hub, LoweredValues values, List<Diagnostic> problems) {
    hub.tree()
        .get("reach")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach(
            (name, entry) -> {
              Optional<Mapping> wish = entry.value().mapping();
              wish.flatMap(w -> peer(hub, w, entry.key(), problems))
                  .ifPresent(
                      peer -> {
                        values.entry(
                            "singleuser.networkPolicy.egress",
                            "reach-" + name,
                            Rules.egress(List.of(peer), ports(wish.get()), entry.key()));
                        values.fact("reach." + name, wish.get().from(entry.key()));
                      });
            });
  }

  /** The numbers of a list of ports. */
  static List<Scalar> ports(Mapping wish) {
    return wish.get("ports").flatMap(Node::sequence).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(port -> port.scalar().stream())
        .toList();
  }

  private static Optional<Mapping> peer(
      Hub hub, Mapping wish, Origin why, List<Diagnostic> problems) {
    Optional<Scalar> address = wish.get("address").flatMap(Node::scalar);
    Optional<Node> namespace = wish.get("namespace");
    Optional<Mapping> labels = wish.get("labels").flatMap(Node::mapping);
    boolean onCluster = namespace.isPresent() || labels.isPresent();
    if (address.isPresent() == onCluster) {
      problems.add(
          Diagnostic.error(
                  why.place(),
                  NO_PLACE,
                  onCluster
                      ? "a service is at an address or on the cluster, not both"
                      : "nothing says where this service is")
              .hint("write address: 10.20.0.5, or namespace: ... and labels: {...}"));
      return Optional.empty();
    }
    return address.isPresent()
        ? block(hub, address.get(), problems)
        : Optional.of(pods(namespace, labels, why));
  }

  private static Optional<Mapping> block(Hub hub, Scalar address, List<Diagnostic> problems) {
    Optional<AddressRange> range = AddressRange.parse(address.text());
    if (range.isEmpty() || range.get().prefix() == 0) {
      problems.add(bad(address));
      return Optional.empty();
    }
    if (PublicAddresses.metadata(hub).stream().anyMatch(range.get()::contains)) {
      problems.add(
          Diagnostic.error(
                  address.origin().place(),
                  METADATA,
                  "the cloud's metadata address is among these; it would hand out the rights of the"
                      + " node to everybody")
              .hint("name the service's own address"));
      return Optional.empty();
    }
    return Optional.of(Rules.block(range.get().text(), address.origin()));
  }

  /** The complaint about a text that is no address, or about a range that is everything. */
  static Diagnostic bad(Scalar address) {
    return Diagnostic.error(
            address.origin().place(),
            BAD,
            "expected an IP address or a part of them, found " + address.text())
        .hint("a range is written as 10.20.0.0/16 or fd12:3456::/32");
  }

  private static Mapping pods(Optional<Node> namespace, Optional<Mapping> labels, Origin why) {
    Mapping.Builder peer = Mapping.builder(why);
    namespace.ifPresent(
        name ->
            peer.put(
                "namespaceSelector",
                Rules.matching(
                    Mapping.builder(name.origin())
                        .put("kubernetes.io/metadata.name", name)
                        .build())));
    labels.ifPresent(map -> peer.put("podSelector", Rules.matching(map)));
    return peer.build();
  }
}
