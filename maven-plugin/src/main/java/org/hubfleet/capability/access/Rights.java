package org.hubfleet.capability.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      check(wish, rights, problems);
    }
    for (Map.Entry<String, Mapping.Entry> service : wishes.entries("services").entrySet()) {
      service(service.getKey(), service.getValue(), values);
      check(service.getValue().value(), rights, problems);
    }
  }

  /** A service and the role that holds its rights. */
  private static void service(String name, Mapping.Entry entry, LoweredValues values) {
    Origin why = entry.key();
    Node wish = entry.value();
    Mapping.Builder service = Mapping.builder(why);
    service.put("url", wish.get("url"));
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
