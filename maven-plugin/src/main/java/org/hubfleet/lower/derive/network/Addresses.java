package org.hubfleet.lower.derive.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/**
 * The addresses that a hub's policies speak of: those everybody knows, the metadata address of the
 * values and what the cluster's file adds.
 *
 * <p>Ranges of IPv6 are left out when the hub gave up the departure {@code ipv6-egress} or its
 * cluster says that pods have no such addresses. Reports {@code cluster/bad-address-range}.
 *
 * @param everything one range a family
 * @param privateRanges RFC 1918, RFC 4193 and those of the cluster
 * @param linkLocal RFC 4291, IPv6 only: that of IPv4 holds addresses of name servers and the like
 * @param metadata where the cloud hands out credentials
 * @param dns the cluster's name servers outside of kube-system
 * @param apiServer where Kubernetes itself is reached
 */
record Addresses(
    List<Known> everything,
    List<Known> privateRanges,
    List<Known> linkLocal,
    List<Known> metadata,
    List<Known> dns,
    List<Known> apiServer) {
  /** A range and where it was said. */
  record Known(AddressRange range, Origin origin) {}

  private static final RuleName BAD_RANGE = RuleName.of("cluster/bad-address-range");
  private static final String METADATA_IP = "singleuser.cloudMetadata.ip";

  private static final List<String> EVERYTHING = List.of("0.0.0.0/0", "::/0");
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
  private static final List<String> LINK_LOCAL = List.of("fe80::/10");

  /** The instance metadata services of EC2 and of Compute Engine; both lie in {@code fc00::/7}. */
  private static final List<String> METADATA_IPV6 =
      List.of("fd00:ec2::254/128", "fd20:ce::254/128");

  /** The addresses of a hub; a broken fact of the cluster is reported and left out. */
  static Addresses of(Values values, List<Diagnostic> problems) {
    return of(values.hub(), values.string(METADATA_IP), values.origin(METADATA_IP), problems);
  }

  /**
   * The addresses of a hub whose effective values are not known yet.
   *
   * @param metadata the IPv4 address where the cloud hands out credentials
   * @param origin of what everybody knows
   */
  static Addresses of(
      Hub hub, Optional<String> metadata, Origin origin, List<Diagnostic> problems) {
    boolean ipv6 = speaksIpv6(hub);
    return new Addresses(
        known(EVERYTHING, origin, ipv6),
        joined(known(PRIVATE, origin, ipv6), facts(hub, "private", ipv6, problems)),
        known(LINK_LOCAL, origin, ipv6),
        metadata(hub, metadata, origin, problems),
        facts(hub, "dns", ipv6, problems),
        facts(hub, "apiServer", ipv6, problems));
  }

  private static boolean speaksIpv6(Hub hub) {
    Optional<Node> fact = hub.cluster().fact("network.ipv6");
    return hub.departs("ipv6-egress") && fact.map(Node::isTrue).orElse(true);
  }

  private static List<Known> metadata(
      Hub hub, Optional<String> address, Origin origin, List<Diagnostic> problems) {
    boolean ipv6 = speaksIpv6(hub);
    List<Known> given =
        address.flatMap(AddressRange::parse).stream()
            .map(range -> new Known(range, origin))
            .toList();
    List<Known> fact =
        facts(hub, "metadata", ipv6, problems).stream()
            .filter(known -> known.range().isIpv6())
            .toList();
    return joined(joined(given, known(METADATA_IPV6, origin, ipv6)), fact);
  }

  private static List<Known> known(List<String> texts, Origin origin, boolean ipv6) {
    return texts.stream()
        .map(AddressRange::of)
        .filter(range -> ipv6 || !range.isIpv6())
        .map(range -> new Known(range, origin))
        .toList();
  }

  private static List<Known> facts(Hub hub, String fact, boolean ipv6, List<Diagnostic> problems) {
    List<Known> found = new ArrayList<>();
    for (Node item : items(hub.cluster().fact("network." + fact))) {
      Optional<AddressRange> range = item.string().flatMap(AddressRange::parse);
      if (range.isEmpty() || range.get().prefix() == 0) {
        problems.add(badRange(item));
      } else if (ipv6 || !range.get().isIpv6()) {
        found.add(new Known(range.get(), item.origin()));
      }
    }
    return found;
  }

  private static List<Node> items(Optional<Node> fact) {
    return fact.isEmpty()
        ? List.of()
        : fact.get().sequence().map(Sequence::items).orElse(List.of(fact.get()));
  }

  private static Diagnostic badRange(Node item) {
    return Diagnostic.error(
            item.origin().place(),
            BAD_RANGE,
            "expected an IP address or a range of them, found "
                + item.string().orElse(item.kindWord()))
        .hint("a range is written as 10.20.0.0/16 or fd12:3456::/32");
  }

  private static List<Known> joined(List<Known> first, List<Known> second) {
    List<Known> all = new ArrayList<>(first);
    Stream.of(second)
        .flatMap(List::stream)
        .filter(one -> all.stream().noneMatch(known -> known.range().equals(one.range())))
        .forEach(all::add);
    return List.copyOf(all);
  }
}
