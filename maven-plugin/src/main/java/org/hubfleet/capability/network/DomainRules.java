package org.hubfleet.capability.network;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Rules that speak of domains, in the forms of the engines that know them. */
final class DomainRules {
  private static final String NAMESPACE = "k8s:io.kubernetes.pod.namespace";
  private static final String APP = "k8s:k8s-app";

  private DomainRules() {}

  /**
   * Cilium's: a rule that lets questions to name servers through while looking at them, and one for
   * the domains.
   */
  static Sequence endpoints(List<Scalar> domains, List<Scalar> ports, Origin why) {
    List<Mapping> servers =
        List.of("kube-dns", "node-local-dns").stream()
            .map(
                app ->
                    Rules.matching(
                        Mapping.builder(why).put(NAMESPACE, "kube-system").put(APP, app).build()))
            .toList();
    Mapping all = Mapping.builder(why).put("matchPattern", "*").build();
    Mapping seen = Mapping.builder(why).put("dns", Sequence.of(List.of(all), why)).build();
    Mapping names =
        Mapping.builder(why)
            .put("toEndpoints", Sequence.of(servers, why))
            .put(
                "toPorts",
                Sequence.of(
                    List.of(
                        ports(List.of(Scalar.string("53", why)), "ANY", why).with("rules", seen)),
                    why))
            .build();
    Mapping websites =
        Mapping.builder(why)
            .put("toFQDNs", list(domains, "matchName", "matchPattern", why))
            .put("toPorts", Sequence.of(List.of(ports(ports, "TCP", why)), why))
            .build();
    return Sequence.of(List.of(names, websites), why);
  }

  /** That of engines which look at the answers of name servers by themselves. */
  static Sequence matches(List<Scalar> domains, List<Scalar> ports, Origin why) {
    List<Mapping> open = ports.stream().map(port -> Rules.port(port, "TCP")).toList();
    Mapping rule =
        Mapping.builder(why)
            .put("matches", list(domains, "name", "pattern", why))
            .put("ports", Sequence.of(open, why))
            .build();
    return Sequence.of(List.of(rule), why);
  }

  private static Mapping ports(List<Scalar> ports, String protocol, Origin why) {
    List<Mapping> written =
        ports.stream()
            .map(
                port ->
                    Mapping.builder(port.origin())
                        .put("port", port.text())
                        .put("protocol", protocol)
                        .build())
            .toList();
    return Mapping.builder(why).put("ports", Sequence.of(written, why)).build();
  }

  private static Sequence list(List<Scalar> domains, String exact, String pattern, Origin why) {
    List<Node> listed = new ArrayList<>();
    for (Scalar domain : domains) {
      String key = domain.text().startsWith("*") ? pattern : exact;
      listed.add(Mapping.builder(domain.origin()).put(key, domain).build());
    }
    return Sequence.of(listed, why);
  }
}
