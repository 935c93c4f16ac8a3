package org.hubfleet.lower.derive.network;

import java.util.Collection;
import java.util.List;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Writes the parts of network policies in the words of {@code networking.k8s.io/v1}. */
final class Rules {
  private Rules() {}

  /** A rule for connections that come in. */
  static Mapping ingress(List<Node> ports, List<Node> from, Origin origin) {
    Mapping.Builder rule = Mapping.builder(origin).put("ports", Sequence.of(ports, origin));
    if (!from.isEmpty()) {
      rule.put("from", Sequence.of(from, origin));
    }
    return rule.build();
  }

  /** A rule for connections that go out; no ports stands for all of them. */
  static Mapping egress(List<Node> ports, List<Node> to, Origin origin) {
    Mapping.Builder rule = Mapping.builder(origin);
    if (!ports.isEmpty()) {
      rule.put("ports", Sequence.of(ports, origin));
    }
    return rule.put("to", Sequence.of(to, origin)).build();
  }

  /** A port, by number or name. */
  static Mapping port(Node port, String protocol) {
    return Mapping.builder(port.origin()).put("port", port).put("protocol", protocol).build();
  }

  /** A TCP port by number. */
  static Mapping port(int number, Origin origin) {
    return port(Scalar.integer(number, origin), "TCP");
  }

  /** A TCP port by name. */
  static Mapping port(String name, Origin origin) {
    return port(Scalar.string(name, origin), "TCP");
  }

  /** Pods of the policy's own namespace with those labels. */
  static Mapping pods(Mapping labels) {
    return Mapping.builder(labels.origin()).put("podSelector", matching(labels)).build();
  }

  /** Pods with those labels in any namespace. */
  static Mapping podsAnywhere(Mapping labels) {
    return pods(labels).with("namespaceSelector", Mapping.empty(labels.origin()));
  }

  /** All pods of namespaces with those labels. */
  static Mapping namespaces(Mapping labels) {
    return Mapping.builder(labels.origin()).put("namespaceSelector", matching(labels)).build();
  }

  /** Addresses of a range, but for those of the exceptions. */
  static Mapping block(Addresses.Known range, Collection<Addresses.Known> except, Origin why) {
    Origin origin = Origin.of(List.of(why, range.origin()));
    Mapping.Builder block =
        Mapping.builder(origin).put("cidr", Scalar.string(range.range().text(), origin));
    if (!except.isEmpty()) {
      block.put(
          "except",
          Sequence.of(except.stream().map(known -> located(known, why)).toList(), origin));
    }
    return Mapping.builder(origin).put("ipBlock", block.build()).build();
  }

  private static Scalar located(Addresses.Known known, Origin why) {
    return Scalar.string(known.range().text(), Origin.of(List.of(why, known.origin())));
  }

  private static Mapping matching(Mapping labels) {
    return Mapping.builder(labels.origin()).put("matchLabels", labels).build();
  }
}
