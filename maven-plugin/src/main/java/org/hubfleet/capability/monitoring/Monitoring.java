package org.hubfleet.capability.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * Lowers {@code monitoring} and the cluster's: a way through the hub's network policy, a service of
 * the hub whose token may read metrics and nothing else, and where there is an operator what tells
 * it of the hub.
 *
 * <p>Reports {@code monitoring/no-prometheus}, {@code monitoring/no-token} and {@code
 * monitoring/open-metrics}.
 */
public final class Monitoring implements Capability {
  private static final RuleName NONE = RuleName.of("monitoring/no-prometheus");
  private static final RuleName NO_TOKEN = RuleName.of("monitoring/no-token");
  private static final RuleName OPEN = RuleName.of("monitoring/open-metrics");
  private static final String KEY = "monitoring";
  private static final String TOKEN = "hub.services.monitoring.apiToken";
  private static final String ASKS = "hub.authenticatePrometheus";

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Optional<Mapping> cluster = hub.cluster().fact(KEY).flatMap(Node::mapping);
    Optional<Node> said = hub.tree().get(KEY).filter(node -> !node.isNull());
    boolean wanted = said.map(Node::isTrue).orElse(cluster.isPresent());
    if (wanted && cluster.isPresent()) {
      lower(hub, cluster.get(), said, values, problems);
    } else if (wanted && !hub.cluster().isBroken(KEY)) {
      problems.add(none(hub, said.orElseThrow()));
    }
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    effective
        .node(ASKS)
        .filter(node -> node.scalar().filter(scalar -> !scalar.isTrue()).isPresent())
        .filter(node -> node.origin().isConfigured())
        .filter(node -> hasDoor(effective))
        .ifPresent(
            node ->
                problems.add(
                    Diagnostic.warning(
                            node.origin()
                                .configuredPlace()
                                .orElse(effective.hub().clusterOrigin().place()),
                            OPEN,
                            "whoever can open the hub's page can read its metrics: how many people"
                                + " work there, and when")
                        .hint(
                            "take it out; where the cluster's file names its Prometheus, that has"
                                + " a token")));
  }

  private static boolean hasDoor(Values effective) {
    return Stream.of("ingress.enabled", "httpRoute.enabled").anyMatch(effective::isTrue)
        || effective.string("proxy.service.type").filter("LoadBalancer"::equals).isPresent();
  }

  private static void lower(
      Hub hub,
      Mapping cluster,
      Optional<Node> said,
      LoweredValues values,
      List<Diagnostic> problems) {
    Origin why = said.map(Node::origin).orElse(hub.clusterOrigin()).with(cluster.origin());
    Optional<Mapping> operator = cluster.get("operator").flatMap(Node::mapping);
    Optional<Node> token = cluster.get("token");
    boolean asked = hub.overridden(ASKS).flatMap(Node::scalar).map(Scalar::isTrue).orElse(true);
    door(cluster, why, values);
    if (operator.isEmpty() && token.isEmpty()) {
      if (asked) {
        problems.add(noToken(hub, cluster));
      }
      return;
    }
    service(why, values);
    token.ifPresent(one -> values.secret(TOKEN, text(one, "secret"), text(one, "key"), why));
    operator.ifPresent(labels -> operator(labels, token, why, values));
  }

  /** The pods of Prometheus may ask the hub. */
  private static void door(Mapping cluster, Origin why, LoweredValues values) {
    Node namespace = cluster.get("namespace").orElseThrow();
    Mapping.Builder peer =
        Mapping.builder(why)
            .put(
                "namespaceSelector",
                matching(
                    Mapping.builder(why)
                        .put("kubernetes.io/metadata.name", located(namespace, why))
                        .build(),
                    why));
    Optional<Mapping> labels = cluster.get("labels").flatMap(Node::mapping);
    labels.ifPresent(map -> peer.put("podSelector", matching(map, why)));
    Mapping port = Mapping.builder(why).put("port", "http").put("protocol", "TCP").build();
    values.entry(
        "hub.networkPolicy.ingress",
        KEY,
        Mapping.builder(why)
            .put("from", Sequence.of(List.of(peer.build()), why))
            .put("ports", Sequence.of(List.of(port), why))
            .build());
    values.fact(KEY + ".namespace", located(namespace, why));
    labels.ifPresent(map -> values.fact(KEY + ".labels", map));
  }

  private static void service(Origin why, LoweredValues values) {
    values.set(ValuePath.of("hub", "services", KEY), Mapping.empty(why));
    ValuePath role = ValuePath.of("hub", "loadRoles", KEY);
    values.set(role.key("scopes").key("read:metrics"), Scalar.string("read:metrics", why));
    values.set(role.key("services").key(KEY), Scalar.string(KEY, why));
  }

  private static void operator(
      Mapping labels, Optional<Node> token, Origin why, LoweredValues values) {
    values.fact(KEY + ".operator", labels.from(why));
    token.ifPresent(one -> values.fact(KEY + ".secret", one.get("secret").orElseThrow()));
    values.fact(
        KEY + ".key",
        token.flatMap(one -> one.get("key")).orElseGet(() -> Scalar.string(TOKEN, why)));
    // One way to be found is enough; two would count everything twice.
    values.set(
        ValuePath.of("hub", "service", "annotations", "prometheus.io/scrape"),
        Scalar.string("false", why));
  }

  private static Mapping matching(Mapping labels, Origin why) {
    return Mapping.builder(why).put("matchLabels", labels).build();
  }

  private static Node located(Node fact, Origin why) {
    return fact.from(why.with(fact.origin()));
  }

  private static String text(Node node, String key) {
    return node.get(key).flatMap(Node::string).orElseThrow();
  }

  private static Diagnostic none(Hub hub, Node said) {
    return Diagnostic.error(
            said.origin().place(),
            NONE,
            "nothing says which Prometheus of cluster " + hub.cluster().name() + " is to read them")
        .hint(
            "write in config/clusters/"
                + hub.cluster().name()
                + ".yaml: monitoring: {namespace: <its namespace>, operator: {}}");
  }

  private static Diagnostic noToken(Hub hub, Mapping cluster) {
    return Diagnostic.error(
            cluster.origin().place(),
            NO_TOKEN,
            "hubs would refuse this Prometheus: it finds them by annotations, and has no token to"
                + " show")
        .hint(
            "write token: {secret: ..., key: ...}, with a Secret that is in every hub's namespace;"
                + " or operator: {...}, and each hub draws one");
  }
}
