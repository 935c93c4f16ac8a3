package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Login with Google for people of some domains. Names are whole addresses unless asked otherwise:
 * upstream cuts them while there is one domain, so that a second one renames everybody. Reports
 * {@code access/ambiguous-names}.
 */
final class GoogleLogin implements Login {
  private static final RuleName AMBIGUOUS = RuleName.of("access/ambiguous-names");
  private static final String CONFIG = "hub.config.GoogleOAuthenticator.";

  @Override
  public String key() {
    return "google";
  }

  @Override
  public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
    Login.select("google", wish, values);
    Login.oauth("GoogleOAuthenticator", wishes, wish, values);
    List<Scalar> domains = Groups.names(wish.get("domains").orElse(wish));
    domains.forEach(domain -> values.name(CONFIG + "hosted_domain", domain));
    Login.everyone(wish, values);
    Optional<Node> names = wish.get("usernames");
    boolean isShort = names.flatMap(Node::string).filter("short"::equals).isPresent();
    values.set(
        CONFIG + "strip_domain",
        Scalar.bool(isShort, names.map(Node::origin).orElse(wish.origin())));
    if (isShort && domains.size() > 1) {
      problems.add(
          Diagnostic.error(
                  names.get().origin().place(),
                  AMBIGUOUS,
                  "people of "
                      + domains.size()
                      + " domains would share names: mira of one would have the home of mira of"
                      + " another")
              .hint("write usernames: full"));
    }
  }

  @Override
  public Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
    List<String> domains =
        Groups.names(wish.get("domains").orElse(wish)).stream().map(Scalar::text).toList();
    boolean isShort =
        wish.get("usernames").flatMap(Node::string).filter("short"::equals).isPresent();
    if (isShort) {
      return name.contains("@")
          ? Optional.of(
              new Misnomer(
                  "is no name here, where people go by what stands before the @",
                  "write " + Misnomer.before(name)))
          : Optional.empty();
    }
    String domain = name.substring(name.indexOf('@') + 1);
    boolean possible =
        Misnomer.isAddress(name) && domains.stream().anyMatch(domain::equalsIgnoreCase);
    return possible
        ? Optional.empty()
        : Optional.of(
            new Misnomer(
                "is no address of "
                    + String.join(" or ", domains)
                    + ", so nobody has that name here",
                Misnomer.isAddress(name)
                    ? "let the domain in with google: [..., " + domain + "], or take the name out"
                    : "write the whole address, such as "
                        + Misnomer.before(name)
                        + "@"
                        + domains.get(0)));
  }
}
