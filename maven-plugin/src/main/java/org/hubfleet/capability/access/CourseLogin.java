package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** The way in from a course of a learning platform, by LTI 1.3. */
final class CourseLogin implements Login {
  private static final String EMAIL = "email";
  private static final String CONFIG = "hub.config.LTI13Authenticator.";

  @Override
  public String key() {
    return "lti";
  }

  @Override
  public Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
    String claim = wish.get("username").flatMap(Node::string).orElse(EMAIL);
    return claim.equals(EMAIL) && !Misnomer.isAddress(name)
        ? Optional.of(Misnomer.noAddress(name, "<domain>"))
        : Optional.empty();
  }

  @Override
  public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
    Login.select("ltiauthenticator.lti13.auth.LTI13Authenticator", wish, values);
    Login.everyone(wish, values);
    Groups.names(wish.get("clientIds").orElseThrow())
        .forEach(id -> values.name(CONFIG + "client_id", id));
    Addresses addresses = new Addresses("lti", wish, wishes.known());
    addresses.required("issuer", problems).ifPresent(u -> values.set(CONFIG + "issuer", u));
    addresses
        .required("authorizeUrl", problems)
        .ifPresent(u -> values.set(CONFIG + "authorize_url", u));
    addresses.required("keysUrl", problems).ifPresent(u -> values.set(CONFIG + "jwks_endpoint", u));
    values.set(
        CONFIG + "username_key", wish.get("username").orElse(Scalar.string(EMAIL, wish.origin())));
    wishes.address("hub/lti13/oauth_callback").ifPresent(u -> values.note("callback URL", u));
    wishes.address("hub/lti13/oauth_login").ifPresent(u -> values.note("login URL", u));
    wishes.address("hub/lti13/config").ifPresent(u -> values.note("tool configuration URL", u));
  }
}
