package org.hubfleet.lower.derive.network;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.derive.proxy.HttpsMode;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.network.<policy>}: {@code types}, {@code ingress} and {@code egress} of the
 * policies {@code hub}, {@code proxy}, {@code autohttps} and {@code singleuser}, ready to be
 * printed; empty lists let nothing through.
 *
 * <p>With the departure {@code policies-for-all-pods} there are {@code scheduler} (nobody connects
 * to it; without {@code egress}, for it needs Kubernetes), {@code placeholder} and {@code puller}
 * (nothing in, nothing out); without it they are absent.
 */
public final class Network implements Derivation {
  private static final int HUB_PORT = 8081;
  private static final int PROXY_HTTP_PORT = 8000;
  private static final int PROXY_API_PORT = 8001;
  private static final int TRAEFIK_HTTP_PORT = 8080;
  private static final int TRAEFIK_HTTPS_PORT = 8443;
  private static final int SERVER_PORT = 8888;

  private static final String HUB = "hub.networkPolicy";
  private static final String PROXY = "proxy.chp.networkPolicy";
  private static final String AUTOHTTPS = "proxy.traefik.networkPolicy";
  private static final String SINGLEUSER = "singleuser.networkPolicy";

  @Override
  public String key() {
    return "network";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    EgressRules egress = new EgressRules(values, Addresses.of(values, problems));
    Mapping.Builder policies = Mapping.builder(values.hub().clusterOrigin());
    policies.put("hub", hub(values, egress));
    policies.put("proxy", proxy(values, egress));
    policies.put("autohttps", autohttps(values, egress));
    policies.put("singleuser", singleuser(values, egress));
    if (values.hub().departs("policies-for-all-pods")) {
      policies.put("scheduler", closed(values, "scheduling.userScheduler.enabled", false));
      policies.put("placeholder", closed(values, "scheduling.userPlaceholder.enabled", true));
      policies.put("puller", closed(values, "prePuller.continuous.enabled", true));
    }
    return policies.build();
  }

  private static Mapping hub(Values values, EgressRules egress) {
    List<Node> out = new ArrayList<>();
    out.add(to(values, HUB, "proxy", PROXY_API_PORT));
    out.add(to(values, HUB, "singleuser-server", SERVER_PORT));
    out.addAll(egress.apiServer(HUB));
    out.addAll(egress.of(HUB));
    return policy(
        values, HUB, new IngressRules(values, HUB).withAccess("hub", List.of("http")), out);
  }

  private static Mapping proxy(Values values, EgressRules egress) {
    boolean https = HttpsMode.of(values).endsAtProxy();
    IngressRules in =
        new IngressRules(values, PROXY)
            .withAccess("proxy-http", https ? List.of("http", "https") : List.of("http"))
            .withAccess("proxy-api", List.of("api"));
    List<Node> out = new ArrayList<>();
    out.add(to(values, PROXY, "hub", HUB_PORT));
    out.add(to(values, PROXY, "singleuser-server", SERVER_PORT));
    out.addAll(egress.of(PROXY));
    return policy(values, PROXY, in, out);
  }

  private static Mapping autohttps(Values values, EgressRules egress) {
    List<Node> out = new ArrayList<>();
    out.add(to(values, AUTOHTTPS, "proxy", PROXY_HTTP_PORT));
    out.addAll(egress.apiServer(AUTOHTTPS));
    out.addAll(egress.of(AUTOHTTPS));
    IngressRules in =
        new IngressRules(values, AUTOHTTPS).withAccess("proxy-http", List.of("http", "https"));
    return policy(values, AUTOHTTPS, in, out);
  }

  private static Mapping singleuser(Values values, EgressRules egress) {
    List<Node> out = new ArrayList<>();
    out.add(to(values, SINGLEUSER, "hub", HUB_PORT));
    out.add(to(values, SINGLEUSER, "proxy", PROXY_HTTP_PORT));
    out.add(to(values, SINGLEUSER, "autohttps", TRAEFIK_HTTP_PORT, TRAEFIK_HTTPS_PORT));
    out.addAll(egress.of(SINGLEUSER));
    IngressRules in =
        new IngressRules(values, SINGLEUSER).withAccess("singleuser", List.of("notebook-port"));
    return policy(values, SINGLEUSER, in, out);
  }

  /** The rule that lets pods of a policy reach ports of one of the hub's components. */
  private static Node to(Values values, String policy, String component, int... ports) {
    Origin origin = values.origin(policy + ".enabled");
    Mapping labels =
        values
            .derived("labels")
            .get(component)
            .flatMap(one -> one.get("selector"))
            .orElseThrow()
            .mapping()
            .orElseThrow();
    List<Node> numbers = new ArrayList<>();
    for (int port : ports) {
      numbers.add(Rules.port(port, origin));
    }
    return Rules.egress(numbers, List.of(Rules.pods(labels)), origin);
  }

  private static Mapping policy(Values values, String path, IngressRules in, List<Node> out) {
    Origin origin = values.origin(path + ".enabled");
    return Mapping.builder(origin)
        .put("types", types(origin, true))
        .put("ingress", Sequence.of(in.list(), origin))
        .put("egress", Sequence.of(out, origin))
        .build();
  }

  private static Mapping closed(Values values, String enabled, boolean outToo) {
    Origin origin = values.origin(enabled);
    Mapping.Builder policy =
        Mapping.builder(origin)
            .put("types", types(origin, outToo))
            .put("ingress", Sequence.of(List.of(), origin));
    if (outToo) {
      policy.put("egress", Sequence.of(List.of(), origin));
    }
    return policy.build();
  }

  private static Sequence types(Origin origin, boolean outToo) {
    Scalar in = Scalar.string("Ingress", origin);
    return Sequence.of(outToo ? List.of(in, Scalar.string("Egress", origin)) : List.of(in), origin);
  }
}
