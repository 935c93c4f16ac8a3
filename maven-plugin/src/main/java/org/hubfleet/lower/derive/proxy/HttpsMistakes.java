package org.hubfleet.lower.derive.proxy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/** Finds HTTPS that is switched on and yet cannot work. */
final class HttpsMistakes {
  private static final RuleName WITHOUT_TYPE = RuleName.of("proxy/https-without-type");
  private static final RuleName WITHOUT_HOSTS = RuleName.of("proxy/https-without-hosts");
  private static final RuleName WITHOUT_CONTACT = RuleName.of("proxy/https-without-contact");
  private static final RuleName WITHOUT_SECRET = RuleName.of("proxy/https-without-secret");
  private static final RuleName SPLIT_CERTIFICATE = RuleName.of("proxy/https-split-certificate");
  private static final RuleName UNREACHABLE = RuleName.of("proxy/https-unreachable");
  private static final RuleName WITHOUT_PORT = RuleName.of("proxy/https-without-http-port");

  private static final String HTTPS = "proxy.https.";
  private static final String MANUAL = "jupyterhub.proxy.https.manual";

  private final Values values;
  private final List<Diagnostic> problems;

  HttpsMistakes(Values values, List<Diagnostic> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Adds what is wrong. */
  void find() {
    if (!values.isTrue(HTTPS + "enabled")) {
      return;
    }
    switch (HttpsMode.of(values)) {
      case OFF ->
          error(
              WITHOUT_TYPE,
              "HTTPS is on, but nothing says where its certificate comes from",
              "write a type: letsencrypt, manual, secret or offload");
      case LETSENCRYPT -> letsencrypt();
      case SECRET -> secret();
      case MANUAL -> manual();
      case OFFLOAD -> {}
    }
    findUnreachable();
  }

  private void letsencrypt() {
    if (values.items(HTTPS + "hosts").isEmpty()) {
      error(
          WITHOUT_HOSTS,
          "HTTPS of type letsencrypt needs the host names its certificate is for",
          "write jupyterhub.proxy.https.hosts: ["
              + values.hub().domain().orElse("hub.example.org")
              + "]");
    }
    if (values
        .string(HTTPS + "letsencrypt.contactEmail")
        .filter(text -> !text.isEmpty())
        .isEmpty()) {
      error(
          WITHOUT_CONTACT,
          "HTTPS of type letsencrypt needs a mail address that the issuer can warn",
          "write jupyterhub.proxy.https.letsencrypt.contactEmail: <a mail address>");
    }
    if (values.isTrue("proxy.service.disableHttpPort")
        && values.map("proxy.traefik.extraStaticConfig").get("certificatesResolvers").isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  place("proxy.service.disableHttpPort"),
                  WITHOUT_PORT,
                  "without port 80 the issuer cannot check the host names, and there is no"
                      + " certificate")
              .hint("leave the port on, or set another challenge in extraStaticConfig"));
    }
  }

  private void secret() {
    if (values.string(HTTPS + "secret.name").filter(text -> !text.isEmpty()).isEmpty()) {
      error(
          WITHOUT_SECRET,
          "HTTPS of type secret needs the name of the Secret that holds the certificate",
          "write jupyterhub.proxy.https.secret.name: <a Secret in namespace "
              + values.hub().namespace()
              + ">");
    }
  }

  private void manual() {
    List<SecretLines.Line> lines = SecretLines.of(values).below(MANUAL).toList();
    if (lines.isEmpty()) {
      error(
          WITHOUT_SECRET,
          "HTTPS of type manual needs a Secret with the certificate and its key",
          "write secrets: {"
              + MANUAL
              + ": {secret: <name of a Secret of type kubernetes.io/tls>}}");
      return;
    }
    Scalar first = lines.get(0).secret();
    lines.stream()
        .filter(line -> !line.secret().text().equals(first.text()))
        .findFirst()
        .ifPresent(
            other ->
                problems.add(
                    Diagnostic.error(
                            other.said().place(),
                            SPLIT_CERTIFICATE,
                            "certificate and key stand in two Secrets, "
                                + first.text()
                                + " and "
                                + other.secret().text()
                                + ", but one Secret of type kubernetes.io/tls holds both")
                        .related(first.origin().place(), "the other Secret")));
    values
        .node(HTTPS + "manual.cert")
        .ifPresent(
            plain ->
                problems.add(
                    Diagnostic.error(
                            plain.origin().place(),
                            SPLIT_CERTIFICATE,
                            "the certificate stands here, its key in a Secret; one Secret of type"
                                + " kubernetes.io/tls holds both")
                        .hint(
                            "put it into " + first.text() + " under tls.crt and remove it here")));
  }

  /** A Service that only the cluster reaches, and no other way in. */
  private void findUnreachable() {
    boolean closed = values.string("proxy.service.type").filter("ClusterIP"::equals).isPresent();
    boolean otherWay =
        values.isTrue("ingress.enabled")
            || values.isTrue("httpRoute.enabled")
            || !values.items("proxy.service.externalIPs").isEmpty();
    if (closed && !otherWay) {
      problems.add(
          Diagnostic.warning(
                  place(HTTPS + "enabled"),
                  UNREACHABLE,
                  "HTTPS is on, but the proxy's Service is reached from inside the cluster only")
              .hint("write jupyterhub.proxy.service.type: LoadBalancer, or give the hub a domain"));
    }
  }

  private void error(RuleName rule, String message, String hint) {
    problems.add(
        Diagnostic.error(place(HTTPS + "type", HTTPS + "enabled"), rule, message).hint(hint));
  }

  /** Where a person wrote the first of those values that one wrote. */
  private Place place(String... paths) {
    Optional<Origin> written =
        Stream.of(paths).map(values::origin).filter(Origin::isConfigured).findFirst();
    return written.orElse(values.hub().clusterOrigin()).place();
  }
}
