package org.hubfleet.lower.derive.hub;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * {@code context.traits}: everything that JupyterHub and its parts are told and that is known
 * before they run, {@code {Class: {trait: value}}}, with {@code hub.config} over it trait by trait.
 *
 * <p>Tokens are never among them, nor {@code JupyterHub.services} of {@code hub.config}, which the
 * chart drops too.
 */
public final class Traits implements Derivation {
  private static final Map<String, Set<String>> NOT_TAKEN =
      Map.of(
          "ConfigurableHTTPProxy", Set.of("auth_token"),
          "CryptKeeper", Set.of("keys"),
          "JupyterHub", Set.of("cookie_secret", "services"));

  @Override
  public String key() {
    return "traits";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    TraitSheet sheet = new TraitSheet(values);
    ApplicationTraits.add(sheet);
    SpawnerTraits.add(sheet);
    NodeTraits.add(sheet);
    StorageTraits.add(sheet);
    ServiceTraits.add(sheet);
    return over(sheet.traits(), values.map("hub.config"));
  }

  /** What people say of a trait replaces it whole, as in JupyterHub's own configuration. */
  private static Mapping over(Mapping base, Mapping config) {
    Mapping merged = base;
    for (Map.Entry<String, Mapping.Entry> section : config.entries().entrySet()) {
      String name = section.getKey();
      if (section.getValue().value() instanceof Mapping own) {
        Mapping traits =
            base.get(name).flatMap(Node::mapping).orElseGet(() -> Mapping.empty(own.origin()));
        merged = merged.with(name, over(name, traits, own));
      }
    }
    return merged;
  }

  private static Mapping over(String section, Mapping base, Mapping own) {
    Mapping merged = base;
    for (Map.Entry<String, Mapping.Entry> trait : own.entries().entrySet()) {
      if (!NOT_TAKEN.getOrDefault(section, Set.of()).contains(trait.getKey())) {
        Node value = trait.getValue().value();
        merged =
            merged.with(
                trait.getKey(),
                base.get(trait.getKey())
                    .map(old -> value.from(value.origin().over(old.origin())))
                    .orElse(value));
      }
    }
    return merged;
  }
}
