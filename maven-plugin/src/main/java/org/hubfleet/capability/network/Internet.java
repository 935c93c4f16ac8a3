package org.hubfleet.capability.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.lower.derive.network.PublicAddresses;
import org.hubfleet.model.Hub;
import org.hubfleet.model.store.Store;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code internet}. Upstream's rule for all public addresses stays where everything is open;
 * else rules of our own take its place, domains in an object of the cluster's engine.
 *
 * <p>Reports {@code network/domains-need-an-engine}, {@code network/private-address} and {@code
 * network/buckets-cut-off}.
 */
final class Internet {
  private static final RuleName DOMAINS = RuleName.of("network/domains-need-an-engine");
  private static final RuleName PRIVATE = RuleName.of("network/private-address");
  private static final RuleName BUCKETS = RuleName.of("network/buckets-cut-off");
  private static final String SWITCHES = "singleuser.networkPolicy.egressAllowRules.";
  private static final String EGRESS = "singleuser.networkPolicy.egress";
  private static final int DNS = 53;

  private final Hub hub;
  private final Engine engine;
  private final LoweredValues values;
  private final List<Diagnostic> problems;
  private final Origin why;

  private Internet(
      Hub hub, Engine engine, LoweredValues values, List<Diagnostic> problems, Origin why) {
    this.hub = hub;
    this.engine = engine;
    this.values = values;
    this.problems = problems;
    this.why = why;
  }

  static void lower(
      Hub hub, Provider provider, Engine engine, LoweredValues values, List<Diagnostic> problems) {
    Optional<Node> wish = hub.tree().get("internet").filter(node -> !node.isNull());
    String word = wish.flatMap(Node::string).orElse("");
    if (wish.isPresent() && !word.equals("open")) {
      new Internet(hub, engine, values, problems, wish.get().origin())
          .limit(wish.get(), word, provider);
    }
  }

  private void limit(Node wish, String word, Provider provider) {
    values.set(SWITCHES + "nonPrivateIPs", Scalar.bool(false, why));
    if (word.equals("web")) {
      values.entry(
          EGRESS,
          "internet",
          Rules.egress(PublicAddresses.of(hub, why), Destinations.web(why), why));
      names(provider);
      return;
    }
    Destinations listed = Destinations.of(wish, problems);
    listed.ranges().forEach(this::isPublic);
    listed.rule(why).ifPresent(rule -> values.entry(EGRESS, "internet", rule));
    List<Scalar> domains = new ArrayList<>(listed.domains());
    boolean can = engine.form().isPresent();
    if (!domains.isEmpty() && !can) {
      problems.add(noEngine(domains.get(0)));
    }
    buckets(provider, can, domains);
    if (!domains.isEmpty() && can) {
      policy(domains, listed.ports());
    }
    if (domains.isEmpty() || !engine.seesNames()) {
      names(provider);
    }
  }

  /** Name servers on the node, which upstream's rule for all public addresses lets through. */
  private void names(Provider provider) {
    List<Node> peers = new ArrayList<>();
    for (Node address :
        provider.fact("dns").flatMap(Node::sequence).map(Sequence::items).orElse(List.of())) {
      address
          .string()
          .flatMap(AddressRange::parse)
          .ifPresent(range -> peers.add(Rules.block(range.text(), why.with(address.origin()))));
    }
    if (!peers.isEmpty()) {
      Scalar port = Scalar.integer(DNS, why);
      values.entry(
          EGRESS,
          "names",
          Mapping.builder(why)
              .put("to", Sequence.of(peers, why))
              .put(
                  "ports",
                  Sequence.of(List.of(Rules.port(port, "UDP"), Rules.port(port, "TCP")), why))
              .build());
    }
  }

  private void isPublic(Scalar range) {
    AddressRange asked = AddressRange.parse(range.text()).orElseThrow();
    if (PublicAddresses.closed(hub).stream()
        .anyMatch(known -> known.contains(asked) || asked.contains(known))) {
      problems.add(
          Diagnostic.error(
                  range.origin().place(),
                  PRIVATE,
                  range.text()
                      + " is not only internet: there are addresses of the cluster, of its"
                      + " neighbours or of the cloud's metadata among these")
              .hint("name a service there under reach: {<name>: {address: ..., ports: [...]}}"));
    }
  }

  private Diagnostic noEngine(Scalar domain) {
    String file = "config/clusters/" + hub.cluster().name() + ".yaml";
    return Diagnostic.error(
            domain.origin().place(),
            DOMAINS,
            "network policies know addresses only, and "
                + engine
                    .name()
                    .map(
                        name ->
                            name.text()
                                + ", which enforces them on cluster "
                                + hub.cluster().name())
                    .orElse("it is not known what enforces them on cluster " + hub.cluster().name())
                + (engine.name().isPresent() ? ", knows no domains" : ""))
        .hint(
            "write internet: web, or addresses; or, where it is so, network: {engine: cilium} in "
                + file);
  }

  /** Buckets ask for their store; what hands out the identity is opened by themselves. */
  private void buckets(Provider provider, boolean can, List<Scalar> domains) {
    Optional<Mapping> buckets =
        hub.tree().get("buckets").flatMap(Node::mapping).filter(map -> !map.isEmpty());
    if (buckets.isEmpty()) {
      return;
    }
    Store store = new Store(hub.cluster(), provider);
    Origin asked = hub.tree().keyOrigin("buckets");
    List<Scalar> hosts = store.hosts(asked);
    if (can) {
      domains.addAll(hosts);
    } else if (!hosts.isEmpty()) {
      problems.add(
          Diagnostic.error(
                  asked.place(),
                  BUCKETS,
                  "servers may not reach "
                      + hosts.get(0).text()
                      + ", so they cannot reach their buckets")
              .hint("write internet: web, or take out the buckets")
              .related(why.place(), "what they may reach"));
    }
  }

  private void policy(List<Scalar> domains, List<Scalar> ports) {
    String form = engine.form().orElseThrow();
    Sequence egress =
        form.equals("endpoints")
            ? DomainRules.endpoints(domains, ports, why)
            : DomainRules.matches(domains, ports, why);
    values.fact(
        "internet." + form,
        Mapping.builder(why).put("name", "singleuser-domains").put("egress", egress).build());
    if (engine.seesNames()) {
      for (String one : List.of("KubeSystemNamespace", "PrivateIPs", "CloudMetadataServer")) {
        values.set(SWITCHES + "dnsPorts" + one, Scalar.bool(false, why));
      }
    }
  }
}
