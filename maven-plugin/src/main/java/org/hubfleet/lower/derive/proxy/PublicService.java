package org.hubfleet.lower.derive.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.publicService}: {@code ports} and {@code selector} of the Service through which
 * people come, {@code loadBalancerIP} and {@code loadBalancerSourceRanges} where they count, and
 * {@code labels} and {@code annotations} that people added.
 *
 * <p>Reports {@code proxy/dead-service-setting} for what the Service's type has no use for: the API
 * server refuses node ports of a ClusterIP; and {@code proxy/service-without-port}.
 */
public final class PublicService implements Derivation {
  private static final RuleName DEAD = RuleName.of("proxy/dead-service-setting");
  private static final RuleName NO_PORT = RuleName.of("proxy/service-without-port");
  private static final String SERVICE = "proxy.service.";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  @Override
  public String key() {
    return "publicService";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    String type = values.string(SERVICE + "type").orElse("");
    boolean balanced = type.equals("LoadBalancer");
    boolean onNodes = balanced || type.equals("NodePort");
    warnIfDead(
        values,
        onNodes,
        "one of type NodePort or LoadBalancer",
        problems,
        "nodePorts.http",
        "nodePorts.https");
    warnIfDead(
        values,
        balanced,
        "one of type LoadBalancer",
        problems,
        "loadBalancerIP",
        "loadBalancerSourceRanges");
    Sequence ports = ports(values, onNodes);
    if (ports.items().isEmpty()) {
      problems.add(
          Diagnostic.error(
                  values.origin(SERVICE + "disableHttpPort").place(),
                  NO_PORT,
                  "without its HTTP port the proxy's Service has no port at all")
              .hint("remove jupyterhub.proxy.service.disableHttpPort, or switch HTTPS on"));
    }
    String receiver = HttpsMode.of(values) == HttpsMode.LETSENCRYPT ? "autohttps" : "proxy";
    return Mapping.builder(values.origin(SERVICE + "type"))
        .put("ports", ports)
        .put("selector", values.derived("labels." + receiver + ".selector"))
        .put("loadBalancerIP", values.node(SERVICE + "loadBalancerIP").filter(ip -> balanced))
        .put("loadBalancerSourceRanges", sourceRanges(values).filter(list -> balanced))
        .put("labels", values.map(SERVICE + "labels"))
        .put("annotations", values.map(SERVICE + "annotations"))
        .build();
  }

  private static Optional<Sequence> sourceRanges(Values values) {
    String path = SERVICE + "loadBalancerSourceRanges";
    return Optional.of(Sequence.of(values.items(path), values.origin(path)))
        .filter(list -> !list.items().isEmpty());
  }

  private static Sequence ports(Values values, boolean onNodes) {
    List<Node> ports = new ArrayList<>();
    HttpsMode mode = HttpsMode.of(values);
    if (mode != HttpsMode.OFF) {
      String target = mode == HttpsMode.OFFLOAD ? "http" : "https";
      Origin why = values.origin("proxy.https.enabled");
      ports.add(port(values, onNodes, "https", HTTPS_PORT, target, why));
    }
    if (!values.isTrue(SERVICE + "disableHttpPort")) {
      Origin why = values.origin(SERVICE + "disableHttpPort");
      ports.add(port(values, onNodes, "http", HTTP_PORT, "http", why));
    }
    ports.addAll(values.items(SERVICE + "extraPorts"));
    return Sequence.of(ports, values.origin(SERVICE + "type"));
  }

  private static Mapping port(
      Values values, boolean onNodes, String name, int number, String target, Origin why) {
    Optional<Node> onNode =
        values
            .node(SERVICE + "nodePorts." + name)
            .filter(
                port -> onNodes && port.scalar().filter(p -> !p.text().equals("0")).isPresent());
    return Mapping.builder(why)
        .put("name", name)
        .put("port", Scalar.integer(number, why))
        .put("targetPort", target)
        .put("nodePort", onNode)
        .build();
  }

  private static void warnIfDead(
      Values values, boolean alive, String where, List<Diagnostic> problems, String... settings) {
    Stream.of(settings)
        .filter(setting -> !alive && isSet(values, SERVICE + setting))
        .forEach(
            setting ->
                problems.add(
                    Diagnostic.warning(
                            values.origin(SERVICE + setting).place(),
                            DEAD,
                            setting
                                + " has no effect: the Service is of type "
                                + values.string(SERVICE + "type").orElse("ClusterIP")
                                + ", not "
                                + where)
                        .hint(
                            "write jupyterhub.proxy.service.type: LoadBalancer, or leave it out")));
  }

  private static boolean isSet(Values values, String path) {
    return values.origin(path).isConfigured()
        && (!values.items(path).isEmpty()
            || values
                .node(path)
                .flatMap(Node::scalar)
                .filter(one -> !one.text().isEmpty())
                .filter(one -> !one.text().equals("0"))
                .isPresent());
  }
}
