package org.hubfleet.lower.pod;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/**
 * Finds two {@code secrets:} lines for one credential, whose path can be said in two ways: {@code
 * secrets/two-lines}.
 */
final class TwoLines {
  private static final RuleName RULE = RuleName.of("secrets/two-lines");

  private final Map<String, Mapping.Entry> first = new HashMap<>();

  /**
   * The problem of a line after those seen before; absent for the first of its credential. The
   * halves of a certificate are judged where certificates are.
   */
  Optional<Diagnostic> see(ValuePath path, SecretArrival arrival, Mapping.Entry line) {
    if (arrival == SecretArrival.TLS_SECRET) {
      return Optional.empty();
    }
    Mapping.Entry before = first.putIfAbsent(credential(path, arrival), line);
    boolean whole = !arrival.needsKey();
    if (before == null || (whole && secret(before).equals(secret(line)))) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                line.key().place(), RULE, path + " is a credential that another line gives already")
            .hint("keep one of the two lines")
            .related(before.key().place(), "the other line"));
  }

  private static Optional<String> secret(Mapping.Entry line) {
    return line.value().get("secret").flatMap(Node::string);
  }

  /** One word for all paths of a credential. */
  private static String credential(ValuePath path, SecretArrival arrival) {
    if (arrival == SecretArrival.PROXY_VARIABLE || !arrival.needsKey()) {
      return arrival.name();
    }
    String text = path.toString();
    if (text.equals("jupyterhub.hub.config.JupyterHub.cookie_secret")) {
      return "jupyterhub.hub.cookieSecret";
    }
    if (text.startsWith("jupyterhub.hub.services.")) {
      return text.replaceAll("\\.api_token$", ".apiToken");
    }
    return arrival == SecretArrival.VOLUME
        ? new ValuePath(path.segments().subList(0, path.segments().size() - 1)).toString()
        : text;
  }
}
