package org.hubfleet.capability.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/** Roles and services, each right checked by name: {@code access/unknown-right}. */
final class Rights {
  private static final RuleName UNKNOWN = RuleName.of("access/unknown-right");
  private static final ValuePath ROLES = ValuePath.of("hub", "loadRoles");
  private static final ValuePath OF_SERVERS =
      ValuePath.of("hub", "config", "Spawner", "oauth_client_allowed_scopes");
  private static final String EVERYBODY = "user";
  private static final ValuePath SERVICES = ValuePath.of("hub", "services");

  private Rights() {}

  static void lower(Wishes wishes, LoweredValues values, List<Diagnostic> problems) {
    List<String> rights =
        Groups.names(wishes.known().get("scopes").orElseThrow()).stream()
            .map(Scalar::text)
            .toList();
    for (Map.Entry<String, Mapping.Entry> role : wishes.entries("roles").entrySet()) {
      Node wish = role.getValue().value();
      ValuePath path = ROLES.key(role.getKey());
      names(path.key("scopes"), wish.get("scopes"), values);
      names(path.key("users"), wish.get("users"), values);
      names(path.key("groups"), wish.get("for"), values);
      names(path.key("services"), wish.get("services"), values);
      check(wish, rights, problems);
    }
    wishes.get("sharing").filter(Node::isTrue).ifPresent(yes -> sharing(yes, wishes, values));
    for (Map.Entry<String, Mapping.Entry> service : wishes.entries("services").entrySet()) {
      service(service.getKey(), service.getValue(), values);
      check(service.getValue().value(), rights, problems);
    }
  }

  /**
   * What people need to give others a way in, and what pages of their servers may do in their name.
   * A role that says anything takes the place of JupyterHub's own, which gives everybody {@code
   * self}.
   */
  private static void sharing(Node why, Wishes wishes, LoweredValues values) {
    ValuePath role = ROLES.key(EVERYBODY).key("scopes");
    if (!wishes.entries("roles").containsKey(EVERYBODY)) {
      right(role, "self", why, values);
    }
    Stream.of("shares!user", "read:users:name", "list:users")
        .forEach(right -> right(role, right, why, values));
    Stream.of("shares!server", "servers!server", "read:users:name", "list:users")
        .forEach(right -> right(OF_SERVERS, right, why, values));
  }

  private static void right(ValuePath path, String right, Node why, LoweredValues values) {
    values.set(path.key(right), Scalar.string(right, why.origin()));
  }

  /** A service and the role that holds its rights. */
  private static void service(String name, Mapping.Entry entry, LoweredValues values) {
    Origin why = entry.key();
    Node wish = entry.value();
    Mapping.Builder service = Mapping.builder(why);
    service.put("url", wish.get("url"));
    wish.get("command").ifPresent(words -> service.put("command", words));
    service.put("display", wish.get("shown"));
    service.put("oauth_no_confirm", wish.get("trusted"));
    service.put("oauth_redirect_uri", wish.get("callback"));
    wish.get("title")
        .ifPresent(title -> service.put("info", Mapping.builder(why).put("title", title).build()));
    values.set(SERVICES.key(name), service.build());
    if (wish.get("scopes").isPresent()) {
      names(ROLES.key(name).key("scopes"), wish.get("scopes"), values);
      values.set(ROLES.key(name).key("services").key(name), Scalar.string(name, why));
    }
  }

  private static void names(ValuePath path, Optional<Node> list, LoweredValues values) {
    list.map(Groups::names)
        .orElse(List.of())
        .forEach(name -> values.set(path.key(name.text()), name));
  }

  private static void check(Node wish, List<String> rights, List<Diagnostic> problems) {
    for (Scalar scope : wish.get("scopes").map(Groups::names).orElse(List.of())) {
      String name = scope.text().split("!", 2)[0];
      boolean own = name.startsWith("custom:");
      if (!own && !rights.contains(name)) {
        problems.add(
            Diagnostic.error(
                    scope.origin().place(),
                    UNKNOWN,
                    "JupyterHub has no right called \"" + name + "\"; the hub would not start")
                .hint(
                    Nearest.to(name, rights)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("rights are listed in JupyterHub's documentation of scopes")));
      }
    }
  }
}
