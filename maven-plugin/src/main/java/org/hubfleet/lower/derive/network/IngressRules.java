package org.hubfleet.lower.derive.network;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/** The rules for connections that come in to the pods of one policy. */
final class IngressRules {
  private static final String ACCESS = "hub.jupyter.org/network-access-";

  private final Values values;
  private final String policy;
  private final List<Node> rules = new ArrayList<>();

  /**
   * Starts with the ports that anyone may reach.
   *
   * @param policy its path, such as {@code hub.networkPolicy}
   */
  IngressRules(Values values, String policy) {
    this.values = values;
    this.policy = policy;
    List<Node> open = values.items(policy + ".allowedIngressPorts");
    if (!open.isEmpty()) {
      Origin origin = values.origin(policy + ".allowedIngressPorts");
      List<Node> ports = open.stream().map(port -> (Node) Rules.port(port, "TCP")).toList();
      rules.add(Rules.ingress(ports, List.of(), origin));
    }
  }

  /**
   * Adds the ports that pods with an access label may reach, of other namespaces too where {@code
   * interNamespaceAccessLabels} is {@code accept}.
   *
   * @param access the end of the label's name, such as {@code proxy-api}
   */
  IngressRules withAccess(String access, List<String> ports) {
    String path = policy + ".interNamespaceAccessLabels";
    Origin origin = values.origin(path);
    Mapping label = Mapping.builder(origin).put(ACCESS + access, "true").build();
    boolean accept = values.string(path).filter("accept"::equals).isPresent();
    List<Node> peers =
        accept
            ? List.of(Rules.podsAnywhere(label), Rules.namespaces(label))
            : List.of(Rules.pods(label));
    Origin enabled = values.origin(policy + ".enabled");
    List<Node> named = ports.stream().map(port -> (Node) Rules.port(port, enabled)).toList();
    rules.add(Rules.ingress(named, peers, enabled));
    return this;
  }

  /** All rules, the policy's own {@code ingress} last. */
  List<Node> list() {
    List<Node> all = new ArrayList<>(rules);
    all.addAll(values.items(policy + ".ingress"));
    return List.copyOf(all);
  }
}
