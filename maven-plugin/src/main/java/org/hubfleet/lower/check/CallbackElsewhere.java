package org.hubfleet.lower.check;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Finds logins that come back to another address than the hub's: {@code values/callback-elsewhere}.
 * A hub without a domain, whose address others know, is left alone.
 */
final class CallbackElsewhere implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/callback-elsewhere");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Optional<String> domain = hub.values().hub().tree().get("domain").flatMap(Node::string);
    if (domain.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Mapping.Entry> section : hub.values().entries("hub.config").entrySet()) {
      Optional<Node> callback =
          section
              .getValue()
              .value()
              .get("oauth_callback_url")
              .filter(node -> node.origin().isConfigured());
      Optional<String> host = callback.flatMap(Node::string).flatMap(CallbackElsewhere::host);
      if (host.isPresent() && !host.get().equalsIgnoreCase(domain.get())) {
        problems.add(
            Diagnostic.warning(
                    callback.get().origin().place(),
                    RULE,
                    "the login comes back to \""
                        + host.get()
                        + "\", but the hub is at \""
                        + domain.get()
                        + "\"")
                .hint("write " + callback.get().string().get().replace(host.get(), domain.get())));
      }
    }
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
