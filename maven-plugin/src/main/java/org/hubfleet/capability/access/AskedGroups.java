package org.hubfleet.capability.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.model.people.Groups;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Scalar;

/**
 * The groups that something of a hub is limited to. Reports {@code access/unknown-group} for one
 * that nobody can ever be in,, {@code access/other-organisation} for a team of an organisation
 * whose people are not let in, and {@code access/taken-group}.
 */
final class AskedGroups {
  private static final RuleName UNKNOWN = RuleName.of("access/unknown-group");
  private static final RuleName OTHER = RuleName.of("access/other-organisation");
  private static final RuleName TAKEN = RuleName.of("access/taken-group");
  private static final String NARROWED = "!group=";
  private static final List<String> LOGINS =
      List.of("hub.config.JupyterHub", "hub.config.Authenticator", "hub.loadRoles");

  private AskedGroups() {}

  /** Without the key nobody says who is in a group, unless overrides speak of people. */
  static void withoutAccess(Hub hub, List<Diagnostic> problems) {
    boolean elsewhere =
        hub.has("access") || LOGINS.stream().anyMatch(path -> hub.overridden(path).isPresent());
    for (Scalar name : elsewhere ? List.<Scalar>of() : Groups.inLines(hub)) {
      problems.add(
          Diagnostic.error(
                  name.origin().place(),
                  UNKNOWN,
                  "nobody is ever in \""
                      + name.text()
                      + "\": the hub has no access, which says how people log in and who is in"
                      + " which group")
              .hint(
                  Groups.isTeam(name.text())
                      ? "write access: {github: [" + name.text().split(":", 2)[0] + "]}"
                      : "write access: {<how people log in>, groups: {"
                          + name.text()
                          + ": [...]}}"));
    }
  }

  static void check(Wishes wishes, List<Diagnostic> problems) {
    Groups groups = Groups.of(wishes.hub());
    List<Scalar> asked = new ArrayList<>(groups.asked());
    wishes.names("admins").stream().filter(name -> Groups.isTeam(name.text())).forEach(asked::add);
    narrowed(wishes, groups, problems);
    Set<String> empty = empty(wishes);
    taken(wishes).ifPresent(problems::add);
    for (Scalar name : asked) {
      if (empty.contains(name.text())) {
        problems.add(
            Diagnostic.error(
                    name.origin().place(), UNKNOWN, "nobody is in the group " + name.text())
                .hint("list its people under access.groups, or take it out"));
      } else if (!groups.has(name.text())) {
        problems.add(unknown(name, groups));
      } else if (groups.fromTeams() && Groups.isTeam(name.text())) {
        other(name, wishes).ifPresent(problems::add);
      }
    }
  }

  /** Rights that are narrowed to a group, as {@code list:users!group=course}. */
  private static void narrowed(Wishes wishes, Groups groups, List<Diagnostic> problems) {
    Stream.of("roles", "services")
        .flatMap(key -> wishes.entries(key).values().stream())
        .flatMap(entry -> entry.value().get("scopes").map(Groups::names).stream())
        .flatMap(List::stream)
        .filter(scope -> scope.text().contains(NARROWED))
        .map(scope -> Scalar.string(scope.text().split(NARROWED, 2)[1], scope.origin()))
        .filter(group -> !groups.has(group.text()))
        .forEach(group -> problems.add(unknown(group, groups)));
  }

  /** Groups that list nobody; who is in those of a course may be known at login only. */
  private static Set<String> empty(Wishes wishes) {
    Set<String> ofCourses =
        Course.of(wishes.hub()).stream()
            .flatMap(
                course -> Stream.of("teachers", "assistants", Course.STUDENTS).map(course::group))
            .collect(Collectors.toSet());
    return wishes.entries("groups").entrySet().stream()
        .filter(group -> Groups.names(group.getValue().value()).isEmpty())
        .map(Map.Entry::getKey)
        .filter(name -> !ofCourses.contains(name))
        .collect(Collectors.toSet());
  }

  private static Optional<Diagnostic> taken(Wishes wishes) {
    return Optional.ofNullable(wishes.entries("groups").get(Groups.ADMINS))
        .map(
            entry ->
                Diagnostic.error(
                        entry.key().place(),
                        TAKEN,
                        "the group admins is that of the hub's admins, whoever they are")
                    .hint("list them under access.admins, or choose another name"));
  }

  private static Diagnostic unknown(Scalar name, Groups groups) {
    boolean team = Groups.isTeam(name.text());
    return Diagnostic.error(
            name.origin().place(),
            UNKNOWN,
            team
                ? "teams such as \""
                    + name.text()
                    + "\" are known with the login github only, so nobody is ever in it"
                : "there is no group \"" + name.text() + "\", so nobody is ever in it")
        .hint(
            Nearest.to(name.text(), List.copyOf(groups.named()))
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(
                    "write access: {groups: {" + (team ? "<name>" : name.text()) + ": [...]}}"));
  }

  /** People of a team get in only where their organisation, or a team of it, is let in. */
  private static Optional<Diagnostic> other(Scalar team, Wishes wishes) {
    String organisation = organisation(team.text());
    List<String> letIn =
        wishes.names("github").stream().map(name -> organisation(name.text())).distinct().toList();
    boolean known =
        letIn.isEmpty()
            || wishes.is("everyone")
            || letIn.stream().anyMatch(organisation::equalsIgnoreCase);
    return known
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                    team.origin().place(),
                    OTHER,
                    "the login lets in people of "
                        + String.join(" and ", letIn)
                        + ", and "
                        + team.text()
                        + " is a team of another organisation")
                .hint(
                    Nearest.to(organisation, letIn)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("let it in with github: [..., " + organisation + "]")));
  }

  private static String organisation(String name) {
    return name.split(":", 2)[0];
  }
}
