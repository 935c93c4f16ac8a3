package org.hubfleet.capability.entry;

import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.derive.entry.CertificateSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The upstream values for each kind of entry, below the root {@code jupyterhub}.
 *
 * @param entry the cluster's
 * @param issuer of the hub's certificate; absent when the entry serves none of its own
 */
record EntryValues(Hub hub, Scalar domain, Mapping entry, Optional<Scalar> issuer) {
  private static final String ISSUER_ANNOTATION = "cert-manager.io/cluster-issuer";

  /** An Ingress; the issuer reads its annotation and keeps the certificate in a Secret. */
  Mapping ingress() {
    Mapping annotations = annotations();
    if (issuer.isPresent()) {
      annotations = annotations.with(ISSUER_ANNOTATION, issuer.get());
    }
    Mapping.Builder ingress =
        map()
            .put("enabled", yes())
            .put("hosts", list(domain))
            .put("ingressClassName", entry.get("class"))
            .put("annotations", annotations);
    issuer.ifPresent(
        name ->
            ingress.put(
                "tls",
                list(
                    Mapping.builder(why(name))
                        .put("hosts", list(domain))
                        .put("secretName", certificate(name))
                        .build())));
    return under("jupyterhub", under("ingress", ingress.build()));
  }

  /** An HTTPRoute; the Gateway serves TLS. */
  Mapping gateway() {
    Mapping route =
        map()
            .put("enabled", yes())
            .put("hostnames", list(domain))
            .put("parentRefs", entry.get("gateway").map(this::list))
            .build();
    return under("jupyterhub", under("httpRoute", route));
  }

  /** A load balancer of the hub's own; the proxy serves TLS with the issuer's certificate. */
  Mapping loadBalancer() {
    Scalar type = Scalar.string("LoadBalancer", why(entry.get("kind").orElse(entry)));
    Mapping service = map().put("type", type).put("annotations", annotations()).build();
    Mapping.Builder proxy = map().put("service", service);
    issuer.ifPresent(
        name ->
            proxy.put(
                "https",
                Mapping.builder(why(name))
                    .put("enabled", Scalar.bool(true, why(name)))
                    .put("type", "secret")
                    .put("hosts", list(domain))
                    .put(
                        "secret", Mapping.builder(why(name)).put("name", certificate(name)).build())
                    .build()));
    return under("jupyterhub", under("proxy", proxy.build()));
  }

  private Mapping annotations() {
    return entry.get("annotations").flatMap(Node::mapping).orElse(Mapping.empty(domain.origin()));
  }

  /** The name of the Secret that cert-manager keeps the certificate in. */
  private Scalar certificate(Scalar issuer) {
    return Scalar.string(CertificateSecret.of(hub), why(issuer));
  }

  private Scalar yes() {
    return Scalar.bool(true, why(entry.get("kind").orElse(entry)));
  }

  private Origin why(Node fact) {
    return Origin.of(List.of(domain.origin(), fact.origin()));
  }

  private Mapping.Builder map() {
    return Mapping.builder(domain.origin());
  }

  private Mapping under(String key, Node value) {
    return map().put(key, value).build();
  }

  private Sequence list(Node item) {
    return Sequence.of(List.of(item), item.origin());
  }
}
