package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** {@code access}: how people log in, and who may. Roles are the matter of {@link RightsLines}. */
final class AccessLines implements Lifter {
  private static final String CHOICE = "hub.config.JupyterHub.authenticator_class";
  private static final String AUTHENTICATOR = "hub.config.Authenticator.";
  private static final String GITHUB = "hub.config.GitHubOAuthenticator.";
  private static final String OF_SERVERS = "hub.config.Spawner.oauth_client_allowed_scopes";
  private static final List<String> SHARING =
      List.of("shares!server", "servers!server", "read:users:name", "list:users");
  private static final String STAFF = "custom.2i2c.add_staff_user_ids_";
  private static final String GOOGLE = "hub.config.GoogleOAuthenticator.";

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    people(told, "admin_users", "admins", found);
    people(told, "allowed_users", "users", found);
    people(told, "blocked_users", "blocked", found);
    told.flag(AUTHENTICATOR + "allow_all")
        .filter(Scalar::isTrue)
        .ifPresent(
            yes ->
                found.add(
                    Proposal.of(
                        "access", Told.line("access.everyone", yes), AUTHENTICATOR + "allow_all")));
    for (String section : List.of(AUTHENTICATOR, "hub.config.OAuthenticator.")) {
      former(told, section + "allow_existing_users", found);
    }
    sharing(told).ifPresent(found::add);
    staff(told).ifPresent(found::add);
    told.scalar(CHOICE).flatMap(choice -> login(choice, told)).ifPresent(found::add);
    return found;
  }

  private static Optional<Proposal> login(Scalar choice, Told told) {
    return switch (choice.text()) {
      case "github" -> github(told);
      case "google" -> google(told);
      case "cilogon" -> InstitutionLines.propose(told, CHOICE);
      case "shared-password" -> open("password", choice);
      case "tmp" -> open("temporary", choice);
      case "dummy" -> open("dummy", choice);
      default -> Optional.empty();
    };
  }

  private static Optional<Proposal> open(String key, Scalar choice) {
    Scalar yes = Scalar.bool(true, choice.origin());
    return Optional.of(Proposal.of("access", Told.line("access." + key, yes), CHOICE));
  }

  private static Optional<Proposal> github(Told told) {
    List<Scalar> names = told.texts(GITHUB + "allowed_organizations");
    List<String> said = new ArrayList<>(List.of(CHOICE));
    for (String other :
        List.of(
            "allowed_organizations",
            "scope",
            "populate_teams_in_auth_state",
            "oauth_callback_url")) {
      told.node(GITHUB + other).ifPresent(value -> said.add(GITHUB + other));
    }
    told.flag(AUTHENTICATOR + "manage_groups")
        .ifPresent(value -> said.add(AUTHENTICATOR + "manage_groups"));
    Node wish =
        names.isEmpty()
            ? Scalar.bool(true, told.scalar(CHOICE).orElseThrow().origin())
            : list(names);
    return Optional.of(
        Proposal.of("access", Told.line("access.github", wish), said.toArray(String[]::new)));
  }

  private static Optional<Proposal> google(Told told) {
    List<Scalar> domains = told.texts(GOOGLE + "hosted_domain");
    if (domains.isEmpty()) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>(List.of(CHOICE, GOOGLE + "hosted_domain"));
    told.node(GOOGLE + "oauth_callback_url")
        .ifPresent(value -> said.add(GOOGLE + "oauth_callback_url"));
    Optional<Scalar> strip = told.flag(GOOGLE + "strip_domain");
    strip.ifPresent(value -> said.add(GOOGLE + "strip_domain"));
    boolean isShort = strip.map(Scalar::isTrue).orElse(domains.size() == 1);
    Mapping wish =
        Mapping.builder(domains.get(0).origin())
            .put("domains", list(domains))
            .put("usernames", isShort ? "short" : "full")
            .build();
    return Optional.of(
        Proposal.of("access", Told.line("access.google", wish), said.toArray(String[]::new)));
  }

  private static void people(Told told, String trait, String key, List<Proposal> found) {
    List<Scalar> names = told.texts(AUTHENTICATOR + trait);
    if (!names.isEmpty() && told.node(AUTHENTICATOR + trait).flatMap(Node::sequence).isPresent()) {
      found.add(
          Proposal.of("access", Told.line("access." + key, list(names)), AUTHENTICATOR + trait));
    }
  }

  private static void former(Told told, String path, List<Proposal> found) {
    told.flag(path)
        .filter(Scalar::isTrue)
        .ifPresent(yes -> found.add(Proposal.of("access", Told.line("access.former", yes), path)));
  }

  private static Optional<Proposal> sharing(Told told) {
    List<String> rights = told.texts(OF_SERVERS).stream().map(Scalar::text).toList();
    return told.node(OF_SERVERS)
        .filter(said -> rights.equals(SHARING))
        .map(
            said ->
                Proposal.of(
                    "access",
                    Told.line("access.sharing", Scalar.bool(true, said.origin())),
                    OF_SERVERS));
  }

  /** Words of a wrapping chart; see {@link org.hubfleet.lift.Meanings}. */
  private static Optional<Proposal> staff(Told told) {
    Optional<Scalar> yes = told.flag(STAFF + "to_admin_users").filter(Scalar::isTrue);
    Optional<Scalar> login = told.scalar(STAFF + "of_type").filter(text -> yes.isPresent());
    return login.map(
        text -> {
          ValuePath admins = ValuePath.parse(AUTHENTICATOR + "admin_users").orElseThrow();
          ValuePath flag = ValuePath.parse(STAFF + "to_admin_users").orElseThrow();
          ValuePath type = ValuePath.parse(STAFF + "of_type").orElseThrow();
          return new Proposal(
              "access",
              Told.line("access.staff", text),
              List.of(flag, type),
              Map.of(flag, admins, type, admins));
        });
  }

  static Sequence list(List<Scalar> names) {
    return Sequence.of(names, names.get(0).origin());
  }
}
