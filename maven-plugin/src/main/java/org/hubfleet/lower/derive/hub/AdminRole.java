package org.hubfleet.lower.derive.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The role that makes the written admins the only ones, departure admins-as-written.
 *
 * <p>JupyterHub keeps the admins it once had in its database. Where the role {@code admin} is among
 * those it loads, with a list of people, it takes the right from everyone else at each start; it
 * adds {@code Authenticator.admin_users} to that list itself, wherever that was given. The list is
 * empty for that reason. Left alone are hubs that decide in another way who is an admin: by groups,
 * by a role of their own, or in code.
 */
final class AdminRole {
  private static final String ROLE = "admin";
  private static final String DEPARTURE = "admins-as-written";
  private static final Set<String> SAYS_NOT_WHO =
      Set.of("admin_users", "admin_access", "admin_password");

  private AdminRole() {}

  static Optional<Mapping> of(Values values) {
    if (!values.hub().departs(DEPARTURE) || isDecidedElsewhere(values)) {
      return Optional.empty();
    }
    Origin origin = values.origin("hub.config.Authenticator.admin_users");
    return Optional.of(
        Mapping.builder(origin)
            .put("name", ROLE)
            .put("users", Sequence.of(List.of(), origin))
            .build());
  }

  private static boolean isDecidedElsewhere(Values values) {
    return values.entries("hub.loadRoles").entrySet().stream().anyMatch(AdminRole::isOwnRole)
        || values.entries("hub.config").values().stream()
            .flatMap(section -> section.value().mapping().stream())
            .anyMatch(AdminRole::asksTheProvider)
        || Snippets.of(values).mention(ROLE);
  }

  private static boolean isOwnRole(Map.Entry<String, Mapping.Entry> role) {
    Optional<String> name = role.getValue().value().get("name").flatMap(Node::string);
    return name.orElse(role.getKey()).equals(ROLE);
  }

  private static boolean asksTheProvider(Mapping section) {
    return section.get("manage_roles").map(Node::isTrue).orElse(false)
        || section.entries().entrySet().stream().anyMatch(AdminRole::givesAdminsByGroup);
  }

  private static boolean givesAdminsByGroup(Map.Entry<String, Mapping.Entry> trait) {
    Node value = trait.getValue().value();
    return trait.getKey().startsWith("admin_")
        && !SAYS_NOT_WHO.contains(trait.getKey())
        && !(value instanceof Scalar)
        && TraitSheet.isFilled(value);
  }
}
