package org.hubfleet.lower.derive.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** What the hub's fixed configuration has to know beside the traits: {@code runtime.json}. */
final class Runtime {
  /** Names that snippets know from the chart and that are called otherwise here. */
  private static final Map<String, String> UPSTREAM_NAMES = new LinkedHashMap<>();

  static {
    UPSTREAM_NAMES.put("hub-pvc", "hub-db-dir");
    UPSTREAM_NAMES.put("ingress", "entry");
    UPSTREAM_NAMES.put("proxy-public-tls", "proxy-public-tls-acme");
  }

  /** Keys of profiles that KubeSpawner does not, or not always, look at. */
  private static final List<String> GUARDED = List.of("unlisted_choice", "allowed_groups");

  private Runtime() {}

  static Mapping of(Values values, Snippets snippets) {
    Origin origin = values.hub().clusterOrigin();
    return Mapping.builder(origin)
        .put("names", names(values))
        .put("snippets", snippets.index())
        .put("secrets", SecretFiles.of(values).index())
        .put("tokens", Tokens.traits(values))
        .put("services", services(values))
        .put("database", database(values))
        .put("people", values.context().get("people"))
        .put("pseudonyms", values.context().at("privacy.pseudonyms"))
        .put("guardUnlistedChoices", Scalar.bool(guards(values, snippets), origin))
        .build();
  }

  private static Mapping names(Values values) {
    Mapping known = values.derived("names").mapping().orElseThrow();
    Mapping.Builder names = Mapping.builder(known.origin());
    known.without("prefix").entries().forEach((key, entry) -> names.put(key, entry.value()));
    UPSTREAM_NAMES.forEach((theirs, ours) -> names.put(theirs, known.get(ours)));
    names.put("hub-existing-secret", values.node("hub.existingSecret"));
    names.put(
        "hub-existing-secret-or-default",
        values.node("hub.existingSecret").or(() -> known.get("hub")));
    names.put("hub-serviceaccount", HubPod.account(values));
    return names.build();
  }

  /** Name of each service to the key of its token. */
  private static Mapping services(Values values) {
    Mapping.Builder services = Mapping.builder(values.origin("hub.services"));
    values
        .entries("hub.services")
        .forEach(
            (key, entry) -> {
              String name = entry.value().get("name").flatMap(Node::string).orElse(key);
              services.put(name, Scalar.string(Tokens.serviceKey(key), entry.key()));
            });
    return services.build();
  }

  private static Mapping database(Values values) {
    Mapping.Builder database = Mapping.builder(values.origin("hub.db.type"));
    switch (values.string("hub.db.type").orElse("")) {
      case "mysql" -> database.put("passwordVariable", "MYSQL_PWD");
      case "postgres" -> database.put("passwordVariable", "PGPASSWORD");
      default -> {
        // the others have no password beside their address
      }
    }
    return database.build();
  }

  /**
   * Write-ins, and who may choose what, are checked wherever there may be any, also in profiles
   * that a snippet makes. What groups get beside others counts too, for admins are a group.
   */
  private static boolean guards(Values values, Snippets snippets) {
    return isGuarded(values.jupyterhub().at("singleuser.profileList"))
        || isGuarded(values.jupyterhub().at("hub.config.KubeSpawner.profile_list"))
        || snippets.mention("profile_list")
        || GUARDED.stream().anyMatch(snippets::mention)
        || values.node("hub.config.KubeSpawner.group_overrides").isPresent()
        || values.node("hub.config.Spawner.group_overrides").isPresent()
        || snippets.mention("group_overrides")
        || values.node("hub.existingSecret").isPresent();
  }

  private static boolean isGuarded(Optional<Node> node) {
    return node.map(Runtime::isGuarded).orElse(false);
  }

  private static boolean isGuarded(Node node) {
    if (node instanceof Mapping map) {
      return GUARDED.stream().anyMatch(map.entries()::containsKey)
          || map.entries().values().stream().anyMatch(entry -> isGuarded(entry.value()));
    }
    return node instanceof Sequence list && list.items().stream().anyMatch(Runtime::isGuarded);
  }
}
