package org.hubfleet.capability.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Who may, who may not, who is an admin, and who is in which group.
 *
 * <p>Upstream's list of admins only ever adds. Where JupyterHub's role {@code admin} is given too,
 * even without people, the hub makes exactly those of the list its members at each start. Where
 * teams are admins, the login decides at each visit instead: the role would forget them. Reports
 * {@code access/blocked-too}, {@code access/former-too} and what {@link Staff} reports.
 */
final class People {
  private static final RuleName BLOCKED = RuleName.of("access/blocked-too");
  private static final RuleName FORMER = RuleName.of("access/former-too");
  private static final String AUTHENTICATOR = "hub.config.Authenticator.";
  private static final String EXISTING = AUTHENTICATOR + "allow_existing_users";

  private People() {}

  static void lower(Wishes wishes, LoweredValues values, List<Diagnostic> problems) {
    List<Scalar> admins = new ArrayList<>(admins(wishes));
    admins.addAll(Staff.of(wishes, values, problems));
    List<Scalar> teams =
        wishes.names("admins").stream().filter(name -> Groups.isTeam(name.text())).toList();
    admins.forEach(admin -> values.name(AUTHENTICATOR + "admin_users", admin));
    if (teams.isEmpty() && !admins.isEmpty()) {
      Origin why = admins.get(0).origin();
      values.set("hub.loadRoles.admin.users", Sequence.of(List.of(), why));
    }
    teams.forEach(team -> values.name("hub.config.OAuthenticator.admin_groups", team));
    allowed(wishes, admins, values, problems);
    wishes.names("blocked").forEach(name -> values.name(AUTHENTICATOR + "blocked_users", name));
    blocked(wishes, admins, problems);
    groups(wishes, admins, values);
  }

  /** The people among the admins; a group of the hub stands for its people. */
  private static List<Scalar> admins(Wishes wishes) {
    List<Scalar> people = new ArrayList<>();
    Map<String, Mapping.Entry> groups = wishes.entries("groups");
    for (Scalar name : wishes.names("admins")) {
      if (groups.containsKey(name.text())) {
        Groups.names(groups.get(name.text()).value())
            .forEach(one -> people.add(one.from(one.origin().with(name.origin()))));
      } else if (!Groups.isTeam(name.text())) {
        people.add(name);
      }
    }
    return people;
  }

  /**
   * People by name. Upstream then also lets in whoever was let in before, so that a name that is
   * removed stays; that is switched off, unless it is what the hub wants.
   */
  private static void allowed(
      Wishes wishes, List<Scalar> admins, LoweredValues values, List<Diagnostic> problems) {
    wishes
        .get("everyone")
        .filter(Node::isTrue)
        .ifPresent(yes -> values.set(AUTHENTICATOR + "allow_all", yes));
    List<Scalar> named = new ArrayList<>(wishes.names("users"));
    named.addAll(admins);
    boolean open = wishes.is("everyone") || values.has(AUTHENTICATOR + "allow_all");
    Optional<Node> former = wishes.get("former").filter(Node::isTrue);
    if (!open && !named.isEmpty()) {
      named.forEach(name -> values.name(AUTHENTICATOR + "allowed_users", name));
      values.set(EXISTING, Scalar.bool(false, named.get(0).origin()));
    }
    if (former.isPresent() && open) {
      problems.add(
          Diagnostic.error(
                  former.get().origin().place(),
                  FORMER,
                  "everyone who can log in may use the hub, so this adds nobody")
              .hint("remove this line"));
    } else {
      former.ifPresent(yes -> values.set(EXISTING, yes));
    }
  }

  private static void blocked(Wishes wishes, List<Scalar> admins, List<Diagnostic> problems) {
    List<Scalar> wanted = new ArrayList<>(admins);
    wanted.addAll(wishes.names("users"));
    for (Scalar name : wishes.names("blocked")) {
      wanted.stream()
          .filter(other -> other.text().equalsIgnoreCase(name.text()))
          .findFirst()
          .ifPresent(
              other ->
                  problems.add(
                      Diagnostic.error(
                              name.origin().place(),
                              BLOCKED,
                              name.text() + " is blocked here and let in elsewhere")
                          .hint("keep one of the two lines")
                          .related(other.origin().place(), "let in")));
    }
  }

  /**
   * Groups are set at each login by the hub's own configuration: upstream's list only ever adds
   * people to a group.
   */
  private static void groups(Wishes wishes, List<Scalar> admins, LoweredValues values) {
    Groups groups = Groups.of(wishes.hub());
    Optional<Scalar> asksAdmins =
        groups.asked().stream().filter(name -> name.text().equals(Groups.ADMINS)).findFirst();
    for (Map.Entry<String, Mapping.Entry> group : wishes.entries("groups").entrySet()) {
      Sequence people = Sequence.of(Groups.names(group.getValue().value()), group.getValue().key());
      values.fact(
          "people.groups", Mapping.builder(people.origin()).put(group.getKey(), people).build());
      manage(people, values);
    }
    if (asksAdmins.isPresent()) {
      Sequence people = Sequence.of(admins, asksAdmins.get().origin());
      values.fact(
          "people.groups", Mapping.builder(people.origin()).put(Groups.ADMINS, people).build());
      manage(people, values);
    }
  }

  private static void manage(Node why, LoweredValues values) {
    values.set("hub.config.Authenticator.manage_groups", Scalar.bool(true, why.origin()));
  }
}
