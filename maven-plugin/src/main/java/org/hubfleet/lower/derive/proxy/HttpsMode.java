package org.hubfleet.lower.derive.proxy;

import org.hubfleet.lower.Values;

/** Where HTTPS ends, as {@code proxy.https} says. */
public enum HttpsMode {
  /** Not at the hub: it serves plain HTTP, perhaps to an Ingress that ends HTTPS. */
  OFF,
  /** At traefik, in a Deployment of its own, with a certificate from an ACME issuer. */
  LETSENCRYPT,
  /** At the proxy, with a certificate given under {@code secrets}. */
  MANUAL,
  /** At the proxy, with a certificate from an existing Secret. */
  SECRET,
  /** At the load balancer in front, which hands on plain HTTP. */
  OFFLOAD;

  /** The mode of a hub; an unknown or empty type counts as {@link #OFF}. */
  public static HttpsMode of(Values values) {
    if (!values.isTrue("proxy.https.enabled")) {
      return OFF;
    }
    return switch (values.string("proxy.https.type").orElse("")) {
      case "letsencrypt" -> LETSENCRYPT;
      case "manual" -> MANUAL;
      case "secret" -> SECRET;
      case "offload" -> OFFLOAD;
      default -> OFF;
    };
  }

  /** Whether the proxy's own container serves HTTPS. */
  public boolean endsAtProxy() {
    return this == MANUAL || this == SECRET;
  }
}
