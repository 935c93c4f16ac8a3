package org.hubfleet.lower.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Node;

/**
 * Finds a login, spawner or proxy chosen by a short name that nothing in the hub's image answers
 * to, so that the hub would end as it starts: {@code values/unknown-class}. A name with dots leads
 * to a class of one's own, which only the image can tell.
 */
final class UnknownClass implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/unknown-class");
  private static final String SECTION = "hub.config.JupyterHub.";
  private static final Map<String, String> KIND_BY_TRAIT =
      Map.of(
          "authenticator_class", "authenticator",
          "spawner_class", "spawner",
          "proxy_class", "proxy");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    for (String trait : KIND_BY_TRAIT.keySet().stream().sorted().toList()) {
      Optional<Node> chosen = hub.values().node(SECTION + trait);
      Optional<String> name = chosen.flatMap(Node::string).filter(text -> !text.contains("."));
      List<String> known = hub.traits().selectors(KIND_BY_TRAIT.get(trait));
      if (name.isPresent() && !known.contains(name.get().toLowerCase(Locale.ROOT))) {
        problems.add(
            Diagnostic.error(
                    hub.blame(chosen.get()),
                    RULE,
                    "the hub's image has no "
                        + KIND_BY_TRAIT.get(trait)
                        + " \""
                        + name.get()
                        + "\"")
                .hint(
                    Nearest.to(name.get(), known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("known are " + String.join(", ", known))));
      }
    }
  }
}
