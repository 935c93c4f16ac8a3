package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Login with GitHub for members of organisations and teams: {@code access/organisation-and-team}.
 */
final class GithubLogin implements Login {
  private static final RuleName BOTH = RuleName.of("access/organisation-and-team");

  /** Underscores are in the names of accounts that an enterprise manages. */
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][-_A-Za-z0-9]{0,99}");

  private static final String SECTION = "GitHubOAuthenticator";

  @Override
  public String key() {
    return "github";
  }

  @Override
  public boolean letsIn(Wishes wishes, Node wish) {
    return !Groups.names(wish).isEmpty();
  }

  @Override
  public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
    Login.select("github", wish, values);
    Login.oauth(SECTION, wishes, wish, values);
    List<Scalar> allowed = Groups.names(wish);
    String config = "hub.config." + SECTION + ".";
    allowed.forEach(name -> values.name(config + "allowed_organizations", name));
    values.name(config + "scope", Scalar.string("read:org", wish.origin()));
    teams(wishes, values);
    allowed.forEach(name -> both(name, allowed, problems));
    wishes
        .get("everyone")
        .filter(Node::isTrue)
        .ifPresent(yes -> problems.add(OpenLogins.toTheWorld("GitHub", yes)));
  }

  @Override
  public Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
    return ACCOUNT.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            new Misnomer(
                "is no name that an account of GitHub can have",
                name.contains("@")
                    ? "write the name of the account, not the address of its owner"
                    : "names there are of letters, digits and dashes"));
  }

  /** Teams become groups where something is limited to one, or admins are one. */
  private static void teams(Wishes wishes, LoweredValues values) {
    Groups groups = Groups.of(wishes.hub());
    if (groups.areManaged()
        || wishes.names("admins").stream().anyMatch(a -> Groups.isTeam(a.text()))) {
      Origin why =
          groups.asked().stream()
              .filter(name -> Groups.isTeam(name.text()))
              .findFirst()
              .map(Scalar::origin)
              .orElse(wishes.tree().origin());
      Scalar yes = Scalar.bool(true, why);
      values.set("hub.config." + SECTION + ".populate_teams_in_auth_state", yes);
      values.set("hub.config.Authenticator.manage_groups", yes);
      values.fact("people.teams", yes);
    }
  }

  /** Upstream lets in whoever is in either, so a team says nothing beside its organisation. */
  private static void both(Scalar name, List<Scalar> allowed, List<Diagnostic> problems) {
    allowed.stream()
        .filter(other -> name.text().startsWith(other.text() + ":"))
        .findFirst()
        .ifPresent(
            organisation ->
                problems.add(
                    Diagnostic.error(
                            name.origin().place(),
                            BOTH,
                            "everyone in "
                                + organisation.text()
                                + " is let in, so the team "
                                + name.text()
                                + " limits nothing")
                        .hint("keep the organisation or the team")
                        .related(organisation.origin().place(), "the organisation")));
  }
}
