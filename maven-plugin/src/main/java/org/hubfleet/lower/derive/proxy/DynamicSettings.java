package org.hubfleet.lower.derive.proxy;

import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * What traefik reads again whenever it changes: which requests go where, and how TLS is spoken.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/dynamic-configuration/file/">Traefik's
 *     reference</a>
 */
final class DynamicSettings {
  private static final String EVERY_PATH = "PathPrefix(`/`)";
  private static final int PROXY_PORT = 8000;

  /** Those with forward secrecy and authenticated encryption; TLS 1.3 brings its own. */
  private static final List<String> CIPHERS =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305");

  private final Values values;
  private final Origin why;

  private DynamicSettings(Values values) {
    this.values = values;
    why =
        Origin.of(
            List.of(
                values.origin("proxy.https.enabled"),
                values.origin("proxy.https.hosts"),
                values.origin("proxy.traefik.hsts.maxAge"),
                values.origin("proxy.traefik.hsts.includeSubdomains"),
                values.origin("proxy.traefik.hsts.preload")));
  }

  static Mapping of(Values values) {
    return new DynamicSettings(values).all();
  }

  private Mapping all() {
    Mapping http =
        map()
            .put("middlewares", middlewares())
            .put("routers", routers())
            .put("services", under("default", under("loadBalancer", servers())))
            .build();
    Mapping tls =
        map()
            .put("cipherSuites", texts(CIPHERS.stream()))
            .put("minVersion", "VersionTLS12")
            .put("sniStrict", Scalar.bool(true, why))
            .build();
    return map().put("http", http).put("tls", under("options", under("default", tls))).build();
  }

  private Mapping middlewares() {
    String hsts = "proxy.traefik.hsts.";
    Mapping headers =
        map()
            .put("stsIncludeSubdomains", values.node(hsts + "includeSubdomains"))
            .put("stsPreload", values.node(hsts + "preload"))
            .put("stsSeconds", values.node(hsts + "maxAge"))
            .build();
    Mapping scheme = map().put("X-Scheme", "https").build();
    return map()
        .put("hsts", under("headers", headers))
        .put("redirect", under("redirectScheme", map().put("scheme", "https").build()))
        .put("scheme", under("headers", under("customRequestHeaders", scheme)))
        .build();
  }

  private Mapping routers() {
    Sequence domains =
        Sequence.of(
            values.items("proxy.https.hosts").stream().map(host -> under("main", host)).toList(),
            values.origin("proxy.https.hosts"));
    Mapping tls =
        map()
            .put("certResolver", "default")
            .put("domains", domains)
            .put("options", "default")
            .build();
    return map()
        .put("default", router("https", Stream.of("hsts", "scheme")).with("tls", tls))
        .put("insecure", router("http", Stream.of("hsts", "redirect")))
        .build();
  }

  private Mapping router(String entryPoint, Stream<String> middlewares) {
    return map()
        .put("entryPoints", texts(Stream.of(entryPoint)))
        .put("middlewares", texts(middlewares))
        .put("rule", EVERY_PATH)
        .put("service", "default")
        .build();
  }

  private Mapping servers() {
    Scalar proxy = values.name("proxy-http");
    Scalar url = Scalar.string("http://" + proxy.text() + ":" + PROXY_PORT + "/", proxy.origin());
    return under("servers", Sequence.of(List.of(under("url", url)), why));
  }

  private Mapping.Builder map() {
    return Mapping.builder(why);
  }

  private Mapping under(String key, Node value) {
    return map().put(key, value).build();
  }

  private Sequence texts(Stream<String> texts) {
    return Sequence.of(texts.map(text -> Scalar.string(text, why)).toList(), why);
  }
}
