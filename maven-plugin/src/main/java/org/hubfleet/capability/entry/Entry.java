package org.hubfleet.capability.entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Lowers a hub's {@code domain} and its cluster's {@code entry} to the values of an Ingress, an
 * HTTPRoute or a LoadBalancer. Without a domain nothing is lowered.
 *
 * <p>Reports {@code hub/no-entry}, {@code cluster/entry-without-gateway} and {@code
 * cluster/tls-without-issuer}.
 */
public final class Entry implements Capability {
  private static final RuleName NO_ENTRY = RuleName.of("hub/no-entry");
  private static final RuleName NO_GATEWAY = RuleName.of("cluster/entry-without-gateway");
  private static final RuleName NO_ISSUER = RuleName.of("cluster/tls-without-issuer");
  private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9.-]+");
  private static final List<String> WAYS_OF_ONES_OWN =
      List.of("ingress.enabled", "httpRoute.enabled", "proxy.service.type");

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Optional<Scalar> domain =
        hub.tree()
            .get("domain")
            .flatMap(Node::scalar)
            .filter(text -> HOST_NAME.matcher(text.text()).matches()); // else reported already
    Optional<Mapping> entry = hub.cluster().fact("entry").flatMap(Node::mapping);
    if (domain.isEmpty()) {
      return Mapping.empty(hub.clusterOrigin());
    }
    if (entry.isEmpty()) {
      if (!hasItsOwnWay(hub)) {
        problems.add(noEntry(hub, domain.get()));
      }
      return Mapping.empty(hub.clusterOrigin());
    }
    return lower(hub, domain.get(), entry.get(), problems);
  }

  private static Mapping lower(Hub hub, Scalar domain, Mapping entry, List<Diagnostic> problems) {
    Optional<Scalar> issuer = issuer(hub, entry, problems);
    EntryValues values = new EntryValues(hub, domain, entry, issuer);
    String kind = entry.get("kind").flatMap(Node::string).orElse("");
    return switch (kind) {
      case "ingress" -> values.ingress();
      case "loadBalancer" -> values.loadBalancer();
      case "gateway" -> {
        if (entry.get("gateway").isEmpty()) {
          problems.add(noGateway(hub, entry));
        }
        yield values.gateway();
      }
      default -> Mapping.empty(domain.origin());
    };
  }

  /** Whether somebody opened a way by upstream's own values. */
  private static boolean hasItsOwnWay(Hub hub) {
    return hub.overrides().stream()
        .flatMap(override -> override.values().stream())
        .flatMap(values -> values.get("jupyterhub").stream())
        .anyMatch(values -> WAYS_OF_ONES_OWN.stream().anyMatch(way -> values.at(way).isPresent()));
  }

  /** Who signs the hub's certificate; absent where the entry serves none of its own. */
  private static Optional<Scalar> issuer(Hub hub, Mapping entry, List<Diagnostic> problems) {
    Optional<Scalar> issuer = hub.cluster().fact("certificates.issuer").flatMap(Node::scalar);
    Optional<Node> tls = entry.get("tls");
    if (issuer.isEmpty() && tls.filter(Node::isTrue).isPresent()) {
      problems.add(
          Diagnostic.error(
                  tls.get().origin().place(),
                  NO_ISSUER,
                  "the entry serves TLS, but nothing says who issues certificates")
              .hint("write certificates: {issuer: <name of a ClusterIssuer>}"));
    }
    return Stream.of(tls.map(Node::isTrue).orElse(true))
        .filter(wanted -> wanted)
        .flatMap(wanted -> issuer.stream())
        .findFirst();
  }

  private static Diagnostic noEntry(Hub hub, Scalar domain) {
    String file = "config/clusters/" + hub.cluster().name() + ".yaml";
    return Diagnostic.error(
            domain.origin().place(),
            NO_ENTRY,
            "the hub has a domain, but cluster "
                + hub.cluster().name()
                + " offers no way in from outside")
        .hint("write in " + file + ": entry: {kind: ingress, class: <name of an IngressClass>}");
  }

  private static Diagnostic noGateway(Hub hub, Mapping entry) {
    return Diagnostic.error(
            entry.get("kind").orElse(entry).origin().place(),
            NO_GATEWAY,
            "the entry of cluster " + hub.cluster().name() + " is a gateway, but none is named")
        .hint("write gateway: {name: <name>, namespace: <namespace>}");
  }
}
