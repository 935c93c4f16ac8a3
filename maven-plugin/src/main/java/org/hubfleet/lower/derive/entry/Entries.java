package org.hubfleet.lower.derive.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.derive.proxy.HttpsMode;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/**
 * {@code context.entry}: {@code ingress} with the {@code rules} of the Ingress, {@code route} with
 * {@code parentRefs} and {@code rules} of the HTTPRoute, {@code certificate} with {@code
 * secretName}, {@code dnsNames} and {@code issuer} of the certificate that the cluster's issuer
 * keeps for a load balancer. Each is absent when there is no such object.
 *
 * <p>Reports {@code entry/no-port}, {@code entry/route-without-gateway} and {@code
 * entry/plain-http}.
 */
public final class Entries implements Derivation {
  private static final RuleName NO_PORT = RuleName.of("entry/no-port");
  private static final RuleName NO_GATEWAY = RuleName.of("entry/route-without-gateway");
  private static final RuleName PLAIN_HTTP = RuleName.of("entry/plain-http");

  @Override
  public String key() {
    return "entry";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Optional<EntryPort> port = EntryPort.of(values);
    findClosed(values, port, "ingress.enabled", problems);
    findClosed(values, port, "httpRoute.enabled", problems);
    findPlainHttp(values, problems);
    return Mapping.builder(values.hub().clusterOrigin())
        .put(
            "ingress",
            port.filter(open -> values.isTrue("ingress.enabled"))
                .map(open -> IngressRules.of(values, open)))
        .put(
            "route",
            port.filter(open -> values.isTrue("httpRoute.enabled"))
                .map(open -> route(values, open, problems)))
        .put("certificate", certificate(values))
        .build();
  }

  /** A Service without any port is a mistake of its own, reported with that Service. */
  private static void findClosed(
      Values values, Optional<EntryPort> port, String enabled, List<Diagnostic> problems) {
    boolean hasPorts = !values.items("proxy.service.extraPorts").isEmpty();
    if (values.isTrue(enabled) && port.isEmpty() && hasPorts) {
      String path = "proxy.service.disableHttpPort";
      problems.add(
          Diagnostic.error(
                  values.origin(path).place(),
                  NO_PORT,
                  "without its HTTP port the proxy's Service has no port that "
                      + (enabled.startsWith("ingress") ? "the Ingress" : "the HTTPRoute")
                      + " could lead to")
              .hint("remove jupyterhub." + path)
              .related(values.origin(enabled).place(), "the way in"));
    }
  }

  private static Mapping route(Values values, EntryPort port, List<Diagnostic> problems) {
    List<Node> parents = new ArrayList<>(values.items("httpRoute.parentRefs"));
    values.node("httpRoute.gateway").ifPresent(parents::add);
    Origin origin = values.origin("httpRoute.enabled");
    if (parents.isEmpty() && !lacksItsGateway(values)) {
      problems.add(
          Diagnostic.error(
                  place(values, "httpRoute.enabled"),
                  NO_GATEWAY,
                  "the HTTPRoute names no Gateway to attach to")
              .hint(
                  "write jupyterhub.httpRoute.parentRefs: [{name: <name>, namespace: <namespace>}]"));
    }
    Mapping.Builder rule = Mapping.builder(origin);
    String base = BasePath.of(values);
    if (!base.isEmpty()) {
      Mapping path =
          Mapping.builder(values.origin("hub.baseUrl"))
              .put("type", "PathPrefix")
              .put("value", base)
              .build();
      Mapping match = Mapping.builder(path.origin()).put("path", path).build();
      rule.put("matches", Sequence.of(List.of(match), path.origin()));
    }
    rule.put("backendRefs", Sequence.of(List.of(port.byNumber(values)), origin));
    return Mapping.builder(origin)
        .put("parentRefs", Sequence.of(parents, origin))
        .put("rules", Sequence.of(List.of(rule.build()), origin))
        .build();
  }

  /**
   * Where the cluster's entry is a load balancer and its issuer signs for the hub's domain; whoever
   * names another Secret makes that one too.
   */
  private static Optional<Mapping> certificate(Values values) {
    Optional<Node> issuer = values.hub().cluster().fact("certificates.issuer");
    Optional<Node> domain = values.hub().tree().get("domain");
    Optional<Node> secret = values.node("proxy.https.secret.name");
    if (!isBalanced(values)
        || HttpsMode.of(values) != HttpsMode.SECRET
        || issuer.isEmpty()
        || domain.isEmpty()
        || secret.isEmpty()
        || secret
            .flatMap(Node::string)
            .filter(CertificateSecret.of(values.hub())::equals)
            .isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Mapping.builder(secret.get().origin())
            .put("secretName", secret)
            .put("dnsNames", Sequence.of(List.of(domain.get()), domain.get().origin()))
            .put("issuer", issuer)
            .build());
  }

  private static boolean isBalanced(Values values) {
    return entryKind(values).filter("loadBalancer"::equals).isPresent();
  }

  /** Whether the Gateway is the cluster's to name, so that its absence is reported there. */
  private static boolean lacksItsGateway(Values values) {
    return values.hub().domain().isPresent()
        && entryKind(values).filter("gateway"::equals).isPresent()
        && values.hub().cluster().fact("entry.gateway").isEmpty();
  }

  private static Optional<String> entryKind(Values values) {
    return values.hub().cluster().fact("entry.kind").flatMap(Node::string);
  }

  private static void findPlainHttp(Values values, List<Diagnostic> problems) {
    Optional<Node> domain = values.hub().tree().get("domain");
    boolean open = values.string("proxy.service.type").filter("LoadBalancer"::equals).isPresent();
    if (domain.isPresent() && isBalanced(values) && open && HttpsMode.of(values) == HttpsMode.OFF) {
      problems.add(
          Diagnostic.warning(
                  domain.get().origin().place(),
                  PLAIN_HTTP,
                  "passwords cross the internet in the clear: the load balancer serves plain HTTP")
              .hint(
                  "name an issuer in the cluster's file, certificates: {issuer: <name>}, or set"
                      + " jupyterhub.proxy.https"));
    }
  }

  private static Place place(Values values, String path) {
    Origin origin = values.origin(path);
    return (origin.isConfigured() ? origin : values.hub().clusterOrigin()).place();
  }
}
