package org.hubfleet.lower.derive.proxy;

import java.util.List;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * What traefik reads when it starts: where it listens, who issues certificates, what it logs.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/static-configuration/file/">Traefik's
 *     reference</a>
 */
final class StaticSettings {
  private static final List<String> SECRET_HEADERS =
      List.of("Authorization", "Cookie", "Set-Cookie", "X-Xsrftoken");

  /** Connections of notebooks are quiet for long; ten minutes, in traefik's own words. */
  private static final String IDLE_TIMEOUT = "10m0s";

  private StaticSettings() {}

  static Mapping of(Values values) {
    Origin why =
        Origin.of(
            List.of(
                values.origin("proxy.https.enabled"),
                values.origin("proxy.https.letsencrypt.acmeServer"),
                values.origin("proxy.https.letsencrypt.contactEmail"),
                values.origin("debug.enabled")));
    return Mapping.builder(why)
        .put("accessLog", accessLog(why))
        .put("certificatesResolvers", resolvers(values, why))
        .put("entryPoints", entryPoints(why))
        .put("log", log(values, why))
        .put("providers", providers(why))
        .build();
  }

  /** Only requests that failed here, and without what would let somebody in. */
  private static Mapping accessLog(Origin why) {
    Mapping.Builder names = Mapping.builder(why);
    SECRET_HEADERS.forEach(header -> names.put(header, "redact"));
    Mapping fields = under(why, "headers", under(why, "names", names.build()));
    Sequence codes = Sequence.of(List.of(Scalar.string("500-599", why)), why);
    return Mapping.builder(why)
        .put("fields", fields)
        .put("filters", under(why, "statusCodes", codes))
        .build();
  }

  private static Mapping resolvers(Values values, Origin why) {
    String letsencrypt = "proxy.https.letsencrypt.";
    Mapping acme =
        Mapping.builder(why)
            .put("caServer", values.node(letsencrypt + "acmeServer"))
            .put("email", values.node(letsencrypt + "contactEmail"))
            .put("httpChallenge", Mapping.builder(why).put("entryPoint", "http").build())
            .put("storage", "/etc/acme/acme.json")
            .build();
    return under(why, "default", under(why, "acme", acme));
  }

  private static Mapping entryPoints(Origin why) {
    Mapping timeouts = Mapping.builder(why).put("idleTimeout", IDLE_TIMEOUT).build();
    return Mapping.builder(why)
        .put("http", Mapping.builder(why).put("address", ":8080").build())
        .put(
            "https",
            Mapping.builder(why)
                .put("address", ":8443")
                .put("transport", under(why, "respondingTimeouts", timeouts))
                .build())
        .build();
  }

  private static Mapping log(Values values, Origin why) {
    return Mapping.builder(why)
        .put("level", values.isTrue("debug.enabled") ? "DEBUG" : "WARN")
        .build();
  }

  private static Mapping providers(Origin why) {
    Mapping file = Mapping.builder(why).put("filename", "/etc/traefik/dynamic.yaml").build();
    return under(why, "file", file);
  }

  private static Mapping under(Origin why, String key, Node value) {
    return Mapping.builder(why).put(key, value).build();
  }
}
