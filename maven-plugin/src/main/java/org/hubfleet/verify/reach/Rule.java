package org.hubfleet.verify.reach;

import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.verify.check.Selector;

/**
 * One rule of a network policy, as {@code networking.k8s.io/v1} means it: no peers are all, no
 * ports are all.
 *
 * @param peers the key of its peers, {@code to} or {@code from}
 */
record Rule(Node tree, String peers) {
  private static final String TCP = "TCP";

  /** Whether it speaks of that end of a connection, at that TCP port of the pod that is asked. */
  boolean covers(Target other, Target asked, int port) {
    List<Node> listed = items(tree, peers);
    return (listed.isEmpty() || listed.stream().anyMatch(peer -> isPeer(peer, other)))
        && opens(asked, port);
  }

  private boolean opens(Target asked, int port) {
    List<Node> ports = items(tree, "ports");
    return ports.isEmpty() || ports.stream().anyMatch(one -> opens(one, asked, port));
  }

  private static boolean opens(Node one, Target asked, int port) {
    boolean tcp = one.get("protocol").flatMap(Node::string).orElse(TCP).equals(TCP);
    Optional<Scalar> first = one.get("port").flatMap(Node::scalar);
    if (!tcp || first.isEmpty()) {
      return tcp;
    }
    int from =
        first.get().isNumber()
            ? first.get().number().intValue()
            : asked.namedPorts().getOrDefault(first.get().text(), -1);
    int to =
        one.get("endPort").flatMap(Node::scalar).map(last -> last.number().intValue()).orElse(from);
    return from <= port && port <= to;
  }

  private static boolean isPeer(Node peer, Target other) {
    Optional<Node> block = peer.get("ipBlock");
    if (block.isPresent()) {
      return other.addresses().stream().anyMatch(range -> overlaps(block.get(), range));
    }
    if (!other.isPod()) {
      return false;
    }
    Optional<Mapping> namespace = peer.get("namespaceSelector").flatMap(Node::mapping);
    boolean there =
        namespace
            .map(selector -> Selector.of(selector).matches(other.namespace()))
            .orElse(other.isNear());
    return there
        && peer.get("podSelector")
            .flatMap(Node::mapping)
            .map(selector -> Selector.of(selector).matches(other.labels()))
            .orElse(true);
  }

  /** Whether any address of the range is one of the block. */
  private static boolean overlaps(Node block, AddressRange range) {
    Optional<AddressRange> cidr =
        block.get("cidr").flatMap(Node::string).flatMap(AddressRange::parse);
    if (cidr.isEmpty() || !(cidr.get().contains(range) || range.contains(cidr.get()))) {
      return false;
    }
    AddressRange inner = cidr.get().contains(range) ? range : cidr.get();
    return items(block, "except").stream()
        .flatMap(except -> except.string().flatMap(AddressRange::parse).stream())
        .noneMatch(except -> except.contains(inner));
  }

  /** The blocks of its peers. */
  List<AddressRange> blocks() {
    return items(tree, peers).stream()
        .flatMap(peer -> peer.at("ipBlock.cidr").flatMap(Node::string).stream())
        .flatMap(text -> AddressRange.parse(text).stream())
        .toList();
  }

  static List<Node> items(Node tree, String key) {
    return tree.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }
}
