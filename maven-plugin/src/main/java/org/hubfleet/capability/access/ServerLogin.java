package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/** Login with any OpenID Connect or OAuth 2.0 server. Reports {@code access/no-address}. */
final class ServerLogin implements Login {
  private static final String SECTION = "GenericOAuthenticator";
  private static final String CONFIG = "hub.config." + SECTION + ".";
  private static final List<String> SCOPES = List.of("openid", "email", "profile");

  @Override
  public String key() {
    return "oidc";
  }

  @Override
  public boolean letsIn(Wishes wishes, Node wish) {
    return wish.get("allow").isPresent();
  }

  @Override
  public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
    Login.select("generic-oauth", wish, values);
    Login.oauth(SECTION, wishes, wish, values);
    Addresses addresses = new Addresses("oidc", wish, wishes.known());
    addresses
        .required("authorizeUrl", problems)
        .ifPresent(u -> values.set(CONFIG + "authorize_url", u));
    addresses.required("tokenUrl", problems).ifPresent(u -> values.set(CONFIG + "token_url", u));
    addresses
        .required("userdataUrl", problems)
        .ifPresent(u -> values.set(CONFIG + "userdata_url", u));
    values.set(
        CONFIG + "username_claim",
        addresses.value("username").orElse(Scalar.string("preferred_username", wish.origin())));
    scopes(wish, addresses).forEach(scope -> values.name(CONFIG + "scope", scope));
    wish.get("title").ifPresent(title -> values.set(CONFIG + "login_service", title));
    wish.get("groups").flatMap(Node::scalar).ifPresent(claim -> groups(claim, wish, values));
  }

  @Override
  public Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
    String claim =
        new Addresses("oidc", wish, wishes.known()).value("username").map(Scalar::text).orElse("");
    return claim.endsWith("email") && !Misnomer.isAddress(name)
        ? Optional.of(Misnomer.noAddress(name, "<domain>"))
        : Optional.empty();
  }

  private static List<Scalar> scopes(Node wish, Addresses addresses) {
    return wish.get("scopes")
        .or(() -> addresses.known("scopes"))
        .map(Groups::names)
        .orElse(SCOPES.stream().map(text -> Scalar.string(text, wish.origin())).toList());
  }

  private static void groups(Scalar claim, Node wish, LoweredValues values) {
    Origin why = claim.origin();
    values.set("hub.config.Authenticator.manage_groups", Scalar.bool(true, why));
    values.set(CONFIG + "auth_state_groups_key", Scalar.string("oauth_user." + claim.text(), why));
    Optional<Node> allowed = wish.get("allow");
    allowed
        .map(Groups::names)
        .orElse(List.of())
        .forEach(group -> values.name("hub.config.OAuthenticator.allowed_groups", group));
  }
}
