package org.hubfleet.lower.derive.network;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The rules for connections that go out which a policy's {@code egressAllowRules} switch on, and
 * after them the policy's own {@code egress}.
 */
final class EgressRules {
  private static final int DNS_PORT = 53;

  private final Values values;
  private final Addresses addresses;

  EgressRules(Values values, Addresses addresses) {
    this.values = values;
    this.addresses = addresses;
  }

  /**
   * The rules of one policy.
   *
   * @param policy its path, such as {@code hub.networkPolicy}
   */
  List<Node> of(String policy) {
    String switches = policy + ".egressAllowRules.";
    List<Node> rules = new ArrayList<>();
    addDns(switches, rules);
    addIfOn(switches + "nonPrivateIPs", rules, this::internet);
    addIfOn(switches + "privateIPs", rules, this::privateRanges);
    addIfOn(switches + "cloudMetadataServer", rules, why -> blocks(addresses.metadata(), why));
    rules.addAll(values.items(policy + ".egress"));
    return rules;
  }

  /**
   * The rule that lets pods of a policy reach Kubernetes, where the cluster says at which
   * addresses.
   */
  List<Node> apiServer(String policy) {
    Origin why = values.origin(policy + ".enabled");
    return addresses.apiServer().isEmpty()
        ? List.of()
        : List.of(Rules.egress(List.of(), blocks(addresses.apiServer(), why), why));
  }

  private interface Peers {
    List<Node> of(Origin why);
  }

  private void addIfOn(String path, List<Node> rules, Peers peers) {
    if (values.isTrue(path)) {
      Origin why = values.origin(path);
      rules.add(Rules.egress(List.of(), peers.of(why), why));
    }
  }

  private void addDns(String switches, List<Node> rules) {
    List<Node> peers = new ArrayList<>();
    List<Origin> reasons = new ArrayList<>();
    addPeersIfOn(
        switches + "dnsPortsCloudMetadataServer",
        peers,
        reasons,
        why -> blocks(addresses.metadata(), why));
    addPeersIfOn(switches + "dnsPortsKubeSystemNamespace", peers, reasons, this::nameServers);
    addPeersIfOn(
        switches + "dnsPortsPrivateIPs",
        peers,
        reasons,
        why -> blocks(addresses.privateRanges(), why));
    if (!peers.isEmpty()) {
      Origin origin = Origin.of(reasons);
      Scalar port = Scalar.integer(DNS_PORT, origin);
      rules.add(
          Rules.egress(List.of(Rules.port(port, "UDP"), Rules.port(port, "TCP")), peers, origin));
    }
  }

  private void addPeersIfOn(String path, List<Node> all, List<Origin> reasons, Peers peers) {
    if (values.isTrue(path)) {
      all.addAll(peers.of(values.origin(path)));
      reasons.add(values.origin(path));
    }
  }

  private List<Node> nameServers(Origin why) {
    Mapping kubeSystem =
        Mapping.builder(why).put("kubernetes.io/metadata.name", "kube-system").build();
    List<Node> peers = new ArrayList<>();
    peers.add(Rules.namespaces(kubeSystem));
    peers.addAll(blocks(addresses.dns(), why));
    return peers;
  }

  private List<Node> internet(Origin why) {
    return PublicAddresses.of(addresses, why);
  }

  /** The private addresses; metadata addresses among them have a switch of their own. */
  private List<Node> privateRanges(Origin why) {
    return addresses.privateRanges().stream()
        .map(
            range ->
                (Node) Rules.block(range, PublicAddresses.within(range, addresses.metadata()), why))
        .toList();
  }

  private static List<Node> blocks(List<Addresses.Known> ranges, Origin why) {
    return ranges.stream().map(range -> (Node) Rules.block(range, List.of(), why)).toList();
  }
}
