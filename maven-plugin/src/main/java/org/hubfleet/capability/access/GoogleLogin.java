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
 * {@code access/ambiguous-names} and {@code access/admin-outside}.
 */
final class GoogleLogin implements Login {
  private static final RuleName AMBIGUOUS = RuleName.of("access/ambiguous-names");
  private static final RuleName OUTSIDE = RuleName.of("access/admin-outside");
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
                      + " domains would share names: mira of one would have the home of mira of another")
              .hint("write usernames: full"));
    }
    if (!isShort) {
      wishes.names("admins").forEach(admin -> outside(admin, domains, problems));
    }
  }

  private static void outside(Scalar admin, List<Scalar> domains, List<Diagnostic> problems) {
    String domain = admin.text().substring(admin.text().indexOf('@') + 1);
    if (domains.stream().noneMatch(allowed -> allowed.text().equalsIgnoreCase(domain))) {
      problems.add(
          Diagnostic.error(
                  admin.origin().place(),
                  OUTSIDE,
                  "\""
                      + admin.text()
                      + "\" is no address of "
                      + String.join(" or ", domains.stream().map(Scalar::text).toList())
                      + ", so this admin can never log in")
              .hint(
                  "write the whole address, such as "
                      + admin.text().split("@", -1)[0]
                      + "@"
                      + domains.get(0).text()));
    }
  }
}
