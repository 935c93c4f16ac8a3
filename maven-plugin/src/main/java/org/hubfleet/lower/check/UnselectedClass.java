package org.hubfleet.lower.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.shelf.TraitCatalogue;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Finds sections of {@code hub.config} for an authenticator that the hub does not use: {@code
 * values/unselected-class}. A section of a base class of the one in use counts. A class that the
 * catalogue does not know, and one chosen in a snippet, are left alone.
 */
final class UnselectedClass implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/unselected-class");
  private static final String CHOICE = "hub.config.JupyterHub.authenticator_class";

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Optional<String> selector = hub.values().string(CHOICE);
    Optional<String> selected = selector.flatMap(hub.traits()::classOf);
    if (selected.isEmpty() || chosenInCode(hub)) {
      return;
    }
    for (Map.Entry<String, Mapping.Entry> section : hub.values().entries("hub.config").entrySet()) {
      if (isOther(hub.traits(), section.getKey(), selected.get())) {
        Node value = section.getValue().value();
        Checked.configured(value)
            .ifPresent(
                origin ->
                    problems.add(
                        Diagnostic.warning(
                                section.getValue().key().isConfigured()
                                    ? section.getValue().key().place()
                                    : origin.place(),
                                RULE,
                                section.getKey()
                                    + " is set up, but the hub logs people in with "
                                    + selected.get())
                            .hint(
                                "set jupyterhub." + CHOICE + " to use it, or remove the section")));
      }
    }
  }

  private static boolean isOther(TraitCatalogue traits, String section, String selected) {
    return traits.isA(section, "Authenticator")
        && !traits.isA(selected, section)
        && !section.equals("LocalAuthenticator");
  }

  private static boolean chosenInCode(Checked hub) {
    return hub.values().entries("hub.extraConfig").values().stream()
        .flatMap(entry -> entry.value().string().stream())
        .anyMatch(code -> code.contains("authenticator_class"));
  }
}
