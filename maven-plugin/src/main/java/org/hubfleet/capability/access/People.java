package org.hubfleet.capability.access;

import java.time.LocalDate;
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
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Who may, who may not, who is an admin, and who is in which group.
 *
 * <p>Admins are members of JupyterHub's role {@code admin}, which holds exactly those listed;
 * upstream's own list only ever adds. Where teams are admins, the login decides at each visit
 * instead: the role would forget them at each start of the hub. Reports {@code access/blocked-too},
 * {@code access/staff-ended} and {@code access/open-to-the-world}.
 */
final class People {
  private static final RuleName BLOCKED = RuleName.of("access/blocked-too");
  private static final RuleName ENDED = RuleName.of("access/staff-ended");
  private static final String AUTHENTICATOR = "hub.config.Authenticator.";

  private People() {}

  static void lower(Wishes wishes, LoweredValues values, List<Diagnostic> problems) {
    List<Scalar> admins = new ArrayList<>(admins(wishes));
    admins.addAll(staff(wishes, problems));
    List<Scalar> teams =
        wishes.names("admins").stream().filter(name -> Groups.isTeam(name.text())).toList();
    if (teams.isEmpty()) {
      admins.forEach(admin -> values.name("hub.loadRoles.admin.users", admin));
    } else {
      admins.forEach(admin -> values.name(AUTHENTICATOR + "admin_users", admin));
      teams.forEach(team -> values.name("hub.config.OAuthenticator.admin_groups", team));
    }
    allowed(wishes, admins, values);
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

  /** Staff whose last day is not over. */
  private static List<Scalar> staff(Wishes wishes, List<Diagnostic> problems) {
    Optional<LocalDate> today = wishes.hub().today();
    List<Scalar> present = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> one : wishes.entries("staff").entrySet()) {
      Node until = one.getValue().value().get("until").orElseThrow();
      boolean over =
          today.isPresent() && LocalDate.parse(until.string().orElseThrow()).isBefore(today.get());
      if (over) {
        problems.add(
            Diagnostic.warning(
                    until.origin().place(),
                    ENDED,
                    one.getKey() + " has no rights here since " + until.string().orElseThrow())
                .hint("remove the line, or give a later day"));
      } else {
        present.add(Scalar.string(one.getKey(), one.getValue().key()));
      }
    }
    return present;
  }

  /**
   * People by name. Upstream then also lets in whoever was let in before, so that a name that is
   * removed stays; that is switched off.
   */
  private static void allowed(Wishes wishes, List<Scalar> admins, LoweredValues values) {
    wishes
        .get("everyone")
        .filter(Node::isTrue)
        .ifPresent(yes -> values.set(AUTHENTICATOR + "allow_all", yes));
    List<Scalar> named = new ArrayList<>(wishes.names("users"));
    named.addAll(admins);
    boolean open = wishes.is("everyone") || values.has(AUTHENTICATOR + "allow_all");
    if (!open && !named.isEmpty()) {
      named.forEach(name -> values.name(AUTHENTICATOR + "allowed_users", name));
      values.set(AUTHENTICATOR + "allow_existing_users", Scalar.bool(false, named.get(0).origin()));
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
