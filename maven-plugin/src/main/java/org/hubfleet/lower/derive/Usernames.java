package org.hubfleet.lower.derive;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * How the hub gets from a person to a name: {@code login}, the authenticator; {@code rules}, what
 * the sections of {@code hub.config} say about names; {@code pseudonyms}, where the pepper is.
 */
final class Usernames {
  private static final String LOGIN = "hub.config.JupyterHub.authenticator_class";

  /** Traits of the known authenticators that decide how people are called. */
  private static final Set<String> ABOUT_NAMES =
      Set.of(
          "username_claim",
          "username_key",
          "username_map",
          "username_derivation",
          "strip_domain",
          "strip_idp_domain",
          "username_template");

  private Usernames() {}

  /** Absent where nothing says how people log in. */
  static Optional<Mapping> of(Values values) {
    return values
        .node(LOGIN)
        .map(
            login ->
                Mapping.builder(login.origin())
                    .put("login", login)
                    .put("rules", rules(values))
                    .put("pseudonyms", values.context().at("privacy.kept"))
                    .build());
  }

  private static Optional<Mapping> rules(Values values) {
    Mapping config = values.map("hub.config");
    Mapping.Builder rules = Mapping.builder(config.origin());
    for (Map.Entry<String, Mapping.Entry> section : config.entries().entrySet()) {
      section
          .getValue()
          .value()
          .mapping()
          .flatMap(Usernames::aboutNames)
          .ifPresent(found -> rules.put(section.getKey(), found));
    }
    Mapping all = rules.build();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  /** What is left of a tree when only its branches to such traits stay. */
  private static Optional<Mapping> aboutNames(Mapping tree) {
    Mapping.Builder left = Mapping.builder(tree.origin());
    for (Map.Entry<String, Mapping.Entry> entry : tree.entries().entrySet()) {
      Node value = entry.getValue().value();
      if (ABOUT_NAMES.contains(entry.getKey()) && !value.isNull()) {
        left.put(entry.getKey(), value);
      } else {
        value
            .mapping()
            .flatMap(Usernames::aboutNames)
            .ifPresent(below -> left.put(entry.getKey(), below));
      }
    }
    Mapping all = left.build();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }
}
