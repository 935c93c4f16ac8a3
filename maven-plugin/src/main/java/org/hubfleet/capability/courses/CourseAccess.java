package org.hubfleet.capability.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The lines of {@code access} that courses stand for: a group for each part, people who may use the
 * hub, and for those who teach a role over the group of those who study.
 *
 * <p>The role is as narrow as JupyterHub's scopes allow: {@code admin:servers} would also start
 * servers and read their state. Source: scopes of JupyterHub 5.5. Reports {@code
 * courses/name-taken}.
 */
final class CourseAccess {
  private static final RuleName TAKEN = RuleName.of("courses/name-taken");
  private static final List<String> RIGHTS =
      List.of("list:users", "read:servers", "delete:servers", "access:servers");

  private CourseAccess() {}

  static Hub of(Hub hub, List<Course> courses, List<Diagnostic> problems) {
    Origin why = hub.tree().keyOrigin("courses");
    Mapping access = map(hub.tree(), "access", why);
    Mapping groups = map(access, "groups", why);
    Mapping roles = map(access, "roles", why);
    List<Scalar> users = new ArrayList<>(access.get("users").map(Groups::names).orElse(List.of()));
    List<Scalar> teams = new ArrayList<>();
    for (Course course : courses) {
      for (String part : parts(course)) {
        List<Scalar> people = people(course.names(part), map(access, "groups", why));
        groups = added(groups, course.group(part), Sequence.of(people, course.key()), problems);
        people.stream().filter(one -> isNew(one, users)).forEach(users::add);
        course.names(part).stream().filter(n -> Groups.isTeam(n.text())).forEach(teams::add);
      }
      Optional<Mapping> role = role(course);
      roles =
          role.isEmpty() ? roles : added(roles, "course-" + course.name(), role.get(), problems);
    }
    Mapping spelled = access.with("groups", groups).with("roles", roles);
    spelled = users.isEmpty() ? spelled : spelled.with("users", Sequence.of(users, why));
    return hub.saying(Groups.asking(teams, hub.tree().with("access", spelled)));
  }

  private static boolean isNew(Scalar name, List<Scalar> users) {
    return users.stream().noneMatch(known -> known.text().equalsIgnoreCase(name.text()));
  }

  /** The parts of a course that anybody can be in. */
  static List<String> parts(Course course) {
    return Stream.concat(Course.STAFF.stream(), Stream.of(Course.STUDENTS))
        .filter(course::has)
        .toList();
  }

  /** The people among names; a group of the hub stands for its people. */
  static List<Scalar> people(List<Scalar> names, Mapping groups) {
    List<Scalar> people = new ArrayList<>();
    for (Scalar name : names) {
      Optional<Node> group = groups.get(name.text());
      if (group.isPresent()) {
        Groups.names(group.get())
            .forEach(one -> people.add(one.from(one.origin().with(name.origin()))));
      } else if (!Groups.isTeam(name.text())) {
        people.add(name);
      }
    }
    return people;
  }

  private static Optional<Mapping> role(Course course) {
    List<Scalar> staff =
        Course.STAFF.stream()
            .filter(course::has)
            .map(part -> Scalar.string(course.group(part), course.key()))
            .toList();
    if (staff.isEmpty() || !course.has(Course.STUDENTS)) {
      return Optional.empty();
    }
    List<Scalar> scopes = new ArrayList<>(List.of(Scalar.string("admin-ui", course.key())));
    String only = "!group=" + course.group(Course.STUDENTS);
    RIGHTS.forEach(right -> scopes.add(Scalar.string(right + only, course.key())));
    return Optional.of(
        Mapping.builder(course.key())
            .put("scopes", Sequence.of(scopes, course.key()))
            .put("for", Sequence.of(staff, course.key()))
            .build());
  }

  private static Mapping added(Mapping map, String name, Node value, List<Diagnostic> problems) {
    if (map.get(name).isPresent()) {
      problems.add(
          Diagnostic.error(
                  map.keyOrigin(name).place(),
                  TAKEN,
                  "the name " + name + " belongs to a course of this hub")
              .hint("choose another name here")
              .related(value.origin().place(), "the course"));
      return map;
    }
    return map.with(name, value);
  }

  private static Mapping map(Mapping tree, String key, Origin why) {
    return tree.get(key).flatMap(Node::mapping).orElseGet(() -> Mapping.empty(why));
  }
}
