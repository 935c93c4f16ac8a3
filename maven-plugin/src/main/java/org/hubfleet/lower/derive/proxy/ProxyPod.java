package org.hubfleet.lower.derive.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Environment;
import org.hubfleet.lower.pod.SecretArrival;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.proxy}: of the proxy's pod {@code args}, {@code env}, {@code ports}, {@code
 * livenessProbe} and {@code readinessProbe} (each absent when switched off), {@code tlsSecret} (its
 * name, absent when the proxy serves no HTTPS), and {@code labels}, {@code annotations} and {@code
 * extraPodSpec} that people added.
 *
 * <p>Reports the mistakes about {@code proxy.https}: {@code proxy/https-without-type}, {@code
 * -hosts}, {@code -contact}, {@code -secret}, {@code -http-port}, {@code
 * proxy/https-split-certificate} and {@code proxy/https-unreachable}.
 */
public final class ProxyPod implements Derivation {
  private static final String TOKEN_VARIABLE = "CONFIGPROXY_AUTH_TOKEN";
  private static final String TOKEN_KEY = "hub.config.ConfigurableHTTPProxy.auth_token";
  private static final int HTTP_PORT = 8000;
  private static final int API_PORT = 8001;
  private static final int HTTPS_PORT = 8443;

  @Override
  public String key() {
    return "proxy";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    new HttpsMistakes(values, problems).find();
    Optional<ProxyTls> tls = ProxyTls.of(values);
    return Mapping.builder(values.hub().clusterOrigin())
        .put("args", Arguments.of(values, tls))
        .put("env", Environment.of(values, "proxy.chp.extraEnv", List.of(token(values))))
        .put("ports", ports(values))
        .put("livenessProbe", Probe.of(values, "proxy.chp.livenessProbe"))
        .put("readinessProbe", Probe.of(values, "proxy.chp.readinessProbe"))
        .put("tlsSecret", tls.map(ProxyTls::secret))
        .put("labels", values.map("proxy.labels"))
        .put("annotations", values.map("proxy.annotations"))
        .put("extraPodSpec", values.map("proxy.chp.extraPodSpec"))
        .build();
  }

  /** The token that proxy and hub share: where a secrets line says, else the one drawn for it. */
  private static Mapping token(Values values) {
    Optional<Mapping> given =
        SecretLines.of(values)
            .arriving(SecretArrival.PROXY_VARIABLE)
            .findFirst()
            .map(SecretLines.Line::selector);
    Scalar secret = values.name("hub");
    Mapping drawn =
        Mapping.builder(secret.origin()).put("name", secret).put("key", TOKEN_KEY).build();
    return Environment.secret(TOKEN_VARIABLE, given.orElse(drawn));
  }

  private static Sequence ports(Values values) {
    Origin origin = values.hub().clusterOrigin();
    List<Node> ports = new ArrayList<>();
    if (HttpsMode.of(values).endsAtProxy()) {
      ports.add(port("https", HTTPS_PORT, values.origin("proxy.https.enabled")));
    }
    ports.add(port("http", HTTP_PORT, origin));
    ports.add(port("api", API_PORT, origin));
    return Sequence.of(ports, origin);
  }

  private static Mapping port(String name, int number, Origin origin) {
    return Mapping.builder(origin)
        .put("name", name)
        .put("containerPort", Scalar.integer(number, origin))
        .build();
  }
}
