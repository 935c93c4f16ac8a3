package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private static final String GOOGLE = "hub.config.GoogleOAuthenticator.";

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    people(told, "admin_users", "admins", "hub.loadRoles.admin.users", found);
    people(told, "allowed_users", "users", AUTHENTICATOR + "allowed_users", found);
    people(told, "blocked_users", "blocked", AUTHENTICATOR + "blocked_users", found);
    told.flag(AUTHENTICATOR + "allow_all")
        .filter(Scalar::isTrue)
        .ifPresent(
            yes ->
                found.add(
                    Proposal.of(
                        "access", Told.line("access.everyone", yes), AUTHENTICATOR + "allow_all")));
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
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>(List.of(CHOICE, GITHUB + "allowed_organizations"));
    for (String other : List.of("scope", "populate_teams_in_auth_state", "oauth_callback_url")) {
      told.node(GITHUB + other).ifPresent(value -> said.add(GITHUB + other));
    }
    told.flag(AUTHENTICATOR + "manage_groups")
        .ifPresent(value -> said.add(AUTHENTICATOR + "manage_groups"));
    return Optional.of(
        Proposal.of(
            "access", Told.line("access.github", list(names)), said.toArray(String[]::new)));
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

  private static void people(
      Told told, String trait, String key, String instead, List<Proposal> found) {
    List<Scalar> names = told.texts(AUTHENTICATOR + trait);
    if (!names.isEmpty() && told.node(AUTHENTICATOR + trait).flatMap(Node::sequence).isPresent()) {
      ValuePath from = ValuePath.parse(AUTHENTICATOR + trait).orElseThrow();
      ValuePath to = ValuePath.parse(instead).orElseThrow();
      Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        elsewhere.put(from.index(i), to.index(i));
      }
      Mapping line = Told.line("access." + key, list(names));
      found.add(new Proposal("access", line, List.of(from), elsewhere));
    }
  }

  static Sequence list(List<Scalar> names) {
    return Sequence.of(names, names.get(0).origin());
  }
}
