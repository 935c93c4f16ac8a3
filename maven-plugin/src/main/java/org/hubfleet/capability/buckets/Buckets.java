package org.hubfleet.capability.buckets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.store.Store;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * Lowers {@code buckets}: variables with their addresses, the account and identity of servers or
 * the keys they need instead, the way to what hands out identities, and what the provisioner is
 * told.
 *
 * <p>Its parts report: {@link Store}, {@link Identity}, {@link Wishes} and {@link Access}.
 */
public final class Buckets implements Capability {
  private static final String KEY = "buckets";

  private final Shelf shelf;

  public Buckets(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Map<String, Mapping.Entry> asked =
        hub.tree().get(KEY).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
    Store store = new Store(hub.cluster(), shelf.providers().of(hub.cluster().provider()));
    List<Bucket> buckets = new ArrayList<>();
    asked.forEach((key, entry) -> Bucket.of(hub, store, key, entry).ifPresent(buckets::add));
    if (buckets.isEmpty() || hub.cluster().isBroken(KEY) || hub.cluster().isBroken("identity")) {
      return values.tree();
    }
    Origin why = hub.tree().keyOrigin(KEY);
    Optional<Diagnostic> missing = store.missing(why.place());
    if (missing.isPresent()) {
      problems.add(missing.get());
      return values.tree();
    }
    Wishes.check(buckets, store, problems);
    int before = problems.size();
    Optional<Identity> identity = Identity.of(hub, store, why, problems);
    if (problems.size() > before) {
      return values.tree();
    }
    variables(buckets, store, why, values);
    if (identity.isPresent()) {
      identity(identity.get(), store, why, values);
    } else {
      keys(hub, store, why, values);
      way(store, why, values);
    }
    Grantee grantee = new Grantee(identity, hub.namespace(), store, why);
    new Provision(hub, buckets, grantee).add(values);
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    if (effective.context().at("buckets.account").isPresent()) {
      String provider = effective.hub().cluster().provider();
      Access.check(effective, shelf.providers().of(provider), problems);
    }
  }

  private static void variables(
      List<Bucket> buckets, Store store, Origin why, LoweredValues values) {
    store
        .provider()
        .entries("buckets.variables")
        .forEach(
            (name, fact) ->
                variable(
                    name,
                    Scalar.string(
                        store.filled(fact.value().string().orElseThrow()),
                        store.why(why).with(fact.value().origin())),
                    values));
    for (Bucket bucket : buckets) {
      Scalar url = bucket.url(store);
      bucket.variables().forEach(name -> variable(name.text(), url, values));
      values.note(
          "bucket " + bucket.key(), Scalar.string(store.url(bucket.name().text()), url.origin()));
    }
  }

  private static void variable(String name, Scalar text, LoweredValues values) {
    values.set(ValuePath.of("singleuser", "extraEnv", name), text);
  }

  private static void identity(Identity identity, Store store, Origin why, LoweredValues values) {
    values.fact("buckets.account", identity.account(why));
    values.set("singleuser.serviceAccountName", Scalar.string(Identity.ACCOUNT, why));
    values.set("hub.config.KubeSpawner.automount_service_account_token", Scalar.bool(false, why));
    store
        .provider()
        .entries("identity.podLabels")
        .forEach(
            (name, value) ->
                values.set(
                    ValuePath.of("singleuser", "extraLabels", name), located(value.value(), why)));
    for (Node place : reaches(store)) {
      Node port = place.get("port").orElseThrow();
      Node address = place.get("address").orElseThrow();
      values.entry(
          "singleuser.networkPolicy.egress",
          "identity-" + port.scalar().orElseThrow().text(),
          Plain.map(
              why,
              "to",
              List.of(Map.of("ipBlock", Map.of("cidr", address.string().orElseThrow() + "/32"))),
              "ports",
              List.of(Plain.map(why, "port", located(port, why), "protocol", "TCP"))));
    }
  }

  private static List<Node> reaches(Store store) {
    return store
        .provider()
        .fact("identity.reaches")
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of());
  }

  private static Node located(Node fact, Origin why) {
    return fact.from(why.with(fact.origin()));
  }

  private static void keys(Hub hub, Store store, Origin why, LoweredValues values) {
    store
        .provider()
        .entries("buckets.keys")
        .forEach(
            (variable, key) ->
                values.secret(
                    "singleuser.extraEnv." + variable,
                    hub.id() + "-buckets",
                    key.value().string().orElseThrow(),
                    why));
  }

  /** Private addresses and the cluster itself are closed to servers unless somebody says so. */
  private static void way(Store store, Origin why, LoweredValues values) {
    Origin said = store.why(why);
    Mapping port = Plain.map(said, "port", store.port(), "protocol", "TCP");
    store
        .machine()
        .ifPresent(
            address -> {
              Map<String, ?> peer = Map.of("ipBlock", Map.of("cidr", address + "/32"));
              way(peer, Optional.of(port), said, values);
              Mapping place = Plain.map(said, "address", address, "ports", List.of(store.port()));
              values.fact("reach.the store of buckets", place);
            });
    // The pods of a service listen on ports of their own, which nobody knows here.
    store
        .namespace()
        .map(name -> Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", name)))
        .ifPresent(
            labels -> way(Map.of("namespaceSelector", labels), Optional.empty(), said, values));
  }

  private static void way(
      Map<String, ?> peer, Optional<Mapping> port, Origin why, LoweredValues values) {
    values.entry(
        "singleuser.networkPolicy.egress",
        "store",
        Plain.map(why, "to", List.of(peer), "ports", port.map(List::of)));
  }
}
