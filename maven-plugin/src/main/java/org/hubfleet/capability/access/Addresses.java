package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * The addresses of a login server: those a hub gives, else those that follow from what kind of
 * server it is and where.
 *
 * @param topic of the table of what is known
 */
record Addresses(String topic, Node wish, Mapping table) {
  private static final RuleName MISSING = RuleName.of("access/no-address");
  private static final String PLACE = "{url}";

  /** What is known of that kind of server. */
  Optional<Node> known(String key) {
    return wish.get("kind")
        .flatMap(Node::string)
        .flatMap(kind -> table.at(topic + "." + kind))
        .flatMap(kind -> kind.get(key));
  }

  /**
   * A value that the hub gives or that follows; absent where it needs an address that is not given.
   */
  Optional<Scalar> value(String key) {
    Optional<Scalar> said = wish.get(key).flatMap(Node::scalar);
    return said.or(() -> known(key).flatMap(Node::scalar).flatMap(this::filled));
  }

  private Optional<Scalar> filled(Scalar template) {
    Optional<Scalar> url = wish.get("url").flatMap(Node::scalar);
    Scalar kind = wish.get("kind").flatMap(Node::scalar).orElseThrow();
    if (!template.text().contains(PLACE)) {
      return Optional.of(template.from(kind.origin().with(template.origin())));
    }
    return url.map(
        base ->
            Scalar.string(
                template.text().replace(PLACE, base.text()),
                base.origin().with(kind.origin(), template.origin())));
  }

  /** The same, reporting one that is missing. */
  Optional<Scalar> required(String key, List<Diagnostic> problems) {
    Optional<Scalar> value = value(key);
    if (value.isEmpty()) {
      String way = wish.get("kind").isPresent() ? "url" : "kind and url, or " + key;
      problems.add(
          Diagnostic.error(
                  wish.origin().place(),
                  MISSING,
                  "nothing says the " + key + " of the login server")
              .hint("add " + way));
    }
    return value;
  }
}
