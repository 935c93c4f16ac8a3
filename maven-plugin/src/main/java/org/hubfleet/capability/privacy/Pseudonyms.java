package org.hubfleet.capability.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The wish for pseudonyms.
 *
 * <p>Reports {@code privacy/not-cilogon}, {@code privacy/auth-state}, {@code
 * privacy/unwatched-pepper} and {@code privacy/names-in-the-open}.
 *
 * @param wish what is said of them; an empty map for the short form
 * @param why the line that asks for them
 */
record Pseudonyms(Mapping wish, Origin why) {
  private static final RuleName LOGIN = RuleName.of("privacy/not-cilogon");
  private static final RuleName STATE = RuleName.of("privacy/auth-state");
  private static final RuleName UNWATCHED = RuleName.of("privacy/unwatched-pepper");
  private static final RuleName OPEN = RuleName.of("privacy/names-in-the-open");
  private static final String WORD = "pseudonymous";
  private static final Pattern PSEUDONYM = Pattern.compile("p-[a-z2-7]{26}");
  private static final Set<String> CILOGON =
      Set.of(
          "cilogon",
          "oauthenticator.CILogonOAuthenticator",
          "oauthenticator.cilogon.CILogonOAuthenticator");

  /** That of a hub; absent where people go by their own names. */
  static Optional<Pseudonyms> of(Hub hub) {
    Optional<Node> said = hub.tree().get("privacy").filter(node -> !node.isNull());
    Optional<Node> word =
        said.flatMap(node -> node.mapping().isPresent() ? node.get("usernames") : said);
    return word.filter(node -> node.string().filter(WORD::equals).isPresent())
        .map(
            node ->
                new Pseudonyms(
                    said.flatMap(Node::mapping).orElse(Mapping.empty(node.origin())),
                    node.origin()));
  }

  Scalar secret(Hub hub) {
    return wish.get("secret")
        .flatMap(Node::scalar)
        .orElseGet(() -> Scalar.string(hub.id() + "-usernames", why));
  }

  Scalar key() {
    return wish.get("key").flatMap(Node::scalar).orElseGet(() -> Scalar.string("pepper", why));
  }

  Optional<Scalar> fingerprint() {
    return wish.get("fingerprint").flatMap(Node::scalar);
  }

  void check(Hub hub, List<Diagnostic> problems) {
    if (fingerprint().isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  why.place(),
                  UNWATCHED,
                  "nothing would notice another pepper, with which everybody gets a new name and an"
                      + " empty home")
              .hint(
                  "the hub prints its fingerprint when it starts: write privacy: {usernames:"
                      + " pseudonymous, fingerprint: \"...\"}"));
    }
    for (String key : List.of("users", "blocked")) {
      open(hub.tree().at("access." + key).map(Groups::names).stream().flatMap(List::stream))
          .ifPresent(problems::add);
    }
    open(hub.tree().at("access.groups").flatMap(Node::mapping).stream()
            .flatMap(groups -> groups.entries().values().stream())
            .flatMap(group -> Groups.names(group.value()).stream()))
        .ifPresent(problems::add);
  }

  private static Optional<Diagnostic> open(Stream<Scalar> names) {
    return names
        .filter(name -> !PSEUDONYM.matcher(name.text()).matches())
        .findFirst()
        .map(
            name ->
                Diagnostic.warning(
                        name.origin().place(),
                        OPEN,
                        "people of this hub have pseudonyms, and here their names stand for"
                            + " everybody to read who reads these files")
                    .hint("write the pseudonym, as the hub's admin page shows it"));
  }

  void check(Values effective, List<Diagnostic> problems) {
    Optional<Node> login = effective.node("hub.config.JupyterHub.authenticator_class");
    if (login.flatMap(Node::string).filter(CILOGON::contains).isEmpty()) {
      problems.add(
          Diagnostic.error(
                  why.place(),
                  LOGIN,
                  "pseudonyms need a login through CILogon"
                      + login.flatMap(Node::string).map(name -> ", and this is " + name).orElse(""))
              .hint("write access: {institutions: {...}}, or take out privacy")
              .related(place(effective, login), "how people log in"));
    }
    Optional<Node> state =
        Stream.of("Authenticator", "OAuthenticator", "CILogonOAuthenticator")
            .flatMap(
                section -> effective.node("hub.config." + section + ".enable_auth_state").stream())
            .filter(Node::isTrue)
            .findFirst();
    state.ifPresent(
        node ->
            problems.add(
                Diagnostic.error(
                        place(effective, state),
                        STATE,
                        "auth state is what a login says of a person, and with pseudonyms none of"
                            + " it is kept")
                    .hint("take it out, or the pseudonyms")
                    .related(why.place(), "pseudonyms")));
  }

  private static Place place(Values effective, Optional<Node> node) {
    return node.flatMap(value -> value.origin().configuredPlace())
        .orElse(effective.hub().clusterOrigin().place());
  }
}
