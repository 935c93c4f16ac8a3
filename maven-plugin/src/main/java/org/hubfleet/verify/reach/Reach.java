package org.hubfleet.verify.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.lower.derive.network.PublicAddresses;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.check.Pod;

/**
 * What servers of people reach, a row a place. Another hub is taken to be one like this. Where
 * nothing enforces policies the rows say what they would mean.
 */
public final class Reach {
  /**
   * One place.
   *
   * @param place in words, such as {@code other hubs}
   * @param isOpen whether any part of it is reached
   * @param answer in words
   * @param why what decides it
   */
  public record Row(String place, boolean isOpen, String answer, Origin why) {}

  static final String METADATA = "the cloud's metadata address";
  static final String OTHERS = "other hubs";
  static final String DATABASE = "the hub's database";
  static final String SHARE = "the NFS server ";

  private static final Pattern HOST = Pattern.compile("://(?:[^/@]*@)?([^:/?]+)(?::([0-9]+))?");
  private static final int NFS = 2049;
  private static final int HUB_PORT = 8081;
  private static final int PROXY_API = 8001;
  private static final int SERVER = 8888;
  private static final int HTTP = 80;

  private static final String UNKNOWN = "depends on its address, which is not known here";

  /** A port that nothing is known for: what is open there is open everywhere. */
  private static final int ANY = 1;

  private final Blueprint blueprint;
  private final Surroundings around;
  private final Policies policies;
  private final Internet internet;

  private Reach(Blueprint blueprint, List<Manifest> manifests) {
    this.blueprint = blueprint;
    this.around = new Surroundings(blueprint, manifests);
    this.policies = new Policies(manifests);
    this.internet = new Internet(policies, around, addresses(), hasDomains(blueprint));
  }

  static Reach in(Blueprint blueprint, List<Manifest> manifests) {
    return new Reach(blueprint, manifests);
  }

  /** The table of a hub and its objects. */
  public static List<Row> of(Blueprint blueprint, List<Manifest> manifests) {
    return new Reach(blueprint, manifests).rows();
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    around.pod("hub").ifPresent(hub -> rows.add(row("the hub", both(around.near(hub), HUB_PORT))));
    rows.add(metadata());
    rows.add(others());
    rows.add(row("private addresses", out(around.privately(), ANY)));
    rows.add(database());
    for (Scalar server : around.shares()) {
      rows.add(host(SHARE + server.text(), server.text(), NFS, server.origin()));
    }
    services().forEach((name, row) -> rows.add(row));
    rows.add(new Row("the internet", internet.isOpen(), internet.words(), internet.why()));
    return rows;
  }

  /** How the internet is reached. */
  Internet internet() {
    return internet;
  }

  private Row metadata() {
    Optional<Node> block =
        blueprint
            .jupyterhub()
            .at("singleuser.cloudMetadata.blockWithIptables")
            .filter(Node::isTrue);
    if (block.isPresent()) {
      return new Row(METADATA, false, "no, a container closes it", block.get().origin());
    }
    Target target = around.at(PublicAddresses.metadata(around.hub()).toArray(AddressRange[]::new));
    Verdict every = out(target, ANY);
    Verdict web = out(target, HTTP);
    return web.isOpen() && !every.isOpen()
        ? new Row(METADATA, false, "as far as their identity needs it", web.why())
        : row(METADATA, every);
  }

  /** Its front door apart, which is open to everybody. */
  private Row others() {
    List<Verdict> all = new ArrayList<>();
    around.pod("hub").ifPresent(pod -> all.add(both(around.far(pod), HUB_PORT)));
    around.pod("proxy").ifPresent(pod -> all.add(both(around.far(pod), PROXY_API)));
    all.add(both(around.far(around.server()), SERVER));
    return row(
        OTHERS, all.stream().filter(Verdict::isOpen).findFirst().orElseGet(() -> all.get(0)));
  }

  private Row database() {
    Mapping hub = blueprint.jupyterhub();
    String type = hub.at("hub.db.type").flatMap(Node::string).orElse("");
    Optional<Node> url = hub.at("hub.db.url").filter(node -> node.string().isPresent());
    if (type.startsWith("sqlite") || url.isEmpty()) {
      Origin why = hub.at("hub.db.type").map(Node::origin).orElse(hub.origin());
      return new Row(
          DATABASE,
          false,
          url.isEmpty() && !type.startsWith("sqlite") ? UNKNOWN : "no, a file of the hub's",
          why);
    }
    Matcher host = HOST.matcher(url.get().string().orElseThrow());
    if (!host.find()) {
      return new Row(DATABASE, false, UNKNOWN, url.get().origin());
    }
    int usual = type.equals("mysql") ? 3306 : 5432;
    int port = Optional.ofNullable(host.group(2)).map(Integer::valueOf).orElse(usual);
    return host(DATABASE, host.group(1), port, url.get().origin());
  }

  private Row host(String place, String host, int port, Origin why) {
    return around
        .host(host)
        .map(target -> row(place, out(target, port)))
        .orElseGet(() -> new Row(place, false, UNKNOWN, why));
  }

  /** What {@code reach} names, by name. */
  Map<String, Row> services() {
    Map<String, Row> rows = new LinkedHashMap<>();
    wishes()
        .forEach(
            (name, entry) -> {
              Node wish = entry.value();
              List<Verdict> all =
                  Rule.items(wish, "ports").stream()
                      .flatMap(port -> port.scalar().stream())
                      .map(port -> out(service(wish), port.number().intValue()))
                      .toList();
              Optional<Verdict> shut = all.stream().filter(v -> !v.isOpen()).findFirst();
              rows.put(
                  name,
                  shut.map(v -> row(name, v))
                      .orElseGet(() -> row(name, new Verdict(true, entry.key()))));
            });
    return rows;
  }

  /** The line that asks for one of them. */
  Origin said(String name) {
    return wishes().get(name).value().origin();
  }

  /** Whether the cluster's Prometheus may ask the hub; absent where it is not meant to. */
  Optional<Verdict> prometheus() {
    Optional<Node> namespace = blueprint.context().at("monitoring.namespace");
    Optional<Target> hub = around.pod("hub").map(around::near);
    if (namespace.isEmpty() || hub.isEmpty()) {
      return Optional.empty();
    }
    Target any = around.host("x." + namespace.get().string().orElseThrow() + ".svc").orElseThrow();
    Mapping labels =
        blueprint.context().at("monitoring.labels").flatMap(Node::mapping).orElse(any.labels());
    Target from =
        new Target(true, labels, any.isNear(), any.namespace(), any.addresses(), any.namedPorts());
    return Optional.of(policies.in(hub.get(), from, HUB_PORT, namespace.get().origin()));
  }

  private Target service(Node wish) {
    Optional<AddressRange> address =
        wish.get("address").flatMap(Node::string).flatMap(AddressRange::parse);
    if (address.isPresent()) {
      return around.at(address.get());
    }
    String namespace = wish.get("namespace").flatMap(Node::string).orElse(around.hub().namespace());
    Target any = around.host("x." + namespace + ".svc").orElseThrow();
    Mapping labels = wish.get("labels").flatMap(Node::mapping).orElse(any.labels());
    return new Target(
        true, labels, any.isNear(), any.namespace(), any.addresses(), any.namedPorts());
  }

  /** Whether an object of the cluster's engine lets servers reach domains. */
  private static boolean hasDomains(Blueprint blueprint) {
    return blueprint.context().get("internet").isPresent();
  }

  /** The addresses that {@code reach} names. */
  private List<AddressRange> addresses() {
    return wishes().values().stream()
        .flatMap(entry -> entry.value().get("address").flatMap(Node::string).stream())
        .flatMap(text -> AddressRange.parse(text).stream())
        .toList();
  }

  /** Those of {@code reach} that could be understood, and what other lines ask for alike. */
  private Map<String, Mapping.Entry> wishes() {
    return blueprint
        .context()
        .get("reach")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of());
  }

  private Verdict out(Target target, int port) {
    return policies.out(around.server().labels(), target, port, around.unlimited());
  }

  /** Out of a server, and in where it goes. */
  private Verdict both(Target target, int port) {
    Verdict out = out(target, port);
    Pod server = around.server();
    Target from = target.isNear() ? around.near(server) : around.far(server);
    Verdict in = policies.in(target, from, port, around.unlimited());
    return out.isOpen() ? new Verdict(in.isOpen(), in.isOpen() ? out.why() : in.why()) : out;
  }

  private static Row row(String place, Verdict verdict) {
    return new Row(place, verdict.isOpen(), verdict.isOpen() ? "yes" : "no", verdict.why());
  }
}
