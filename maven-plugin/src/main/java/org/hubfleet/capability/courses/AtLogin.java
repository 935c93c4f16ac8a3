package org.hubfleet.capability.courses;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * What the hub has to know of courses when somebody logs in: which teams stand for a part, which
 * course of a learning platform is which, who is a student because of being nothing else, and the
 * admins, who are never students: whoever enters the server of an admin could act as one.
 */
final class AtLogin {
  private AtLogin() {}

  static void lower(Hub hub, List<Course> courses, LoweredValues values) {
    for (Course course : courses) {
      for (String part : CourseAccess.parts(course)) {
        teams(course, part, values);
      }
      course.platformId().ifPresent(id -> platform(course, id, values));
      if (course.has(Course.STUDENTS)) {
        values.fact("people.students." + course.group(Course.STUDENTS), students(course));
      }
    }
    if (courses.stream().anyMatch(course -> course.has(Course.STUDENTS))) {
      values.fact("people.admins", admins(hub));
    }
  }

  private static void teams(Course course, String part, LoweredValues values) {
    List<Scalar> teams =
        course.names(part).stream().filter(name -> Groups.isTeam(name.text())).toList();
    if (!teams.isEmpty()) {
      Origin why = course.tree().get(part).map(Node::origin).orElse(course.key());
      values.fact("people.also." + course.group(part), Sequence.of(teams, why));
    }
  }

  private static void platform(Course course, Scalar id, LoweredValues values) {
    Mapping.Builder parts = Mapping.builder(id.origin());
    for (String part : CourseAccess.parts(course)) {
      parts.put(part, course.group(part));
    }
    values.fact(ValuePath.of("people", "platform", id.text()), parts.build());
  }

  /** Which groups keep somebody from being a student, and whether all others are. */
  private static Mapping students(Course course) {
    List<Scalar> groups =
        Course.STAFF.stream()
            .filter(course::has)
            .map(part -> Scalar.string(course.group(part), course.key()))
            .toList();
    Origin why = course.tree().get(Course.STUDENTS).map(Node::origin).orElse(course.key());
    return Mapping.builder(why)
        .put("staff", Sequence.of(groups, course.key()))
        .put("everyone", Scalar.bool(course.hasEveryone(), why))
        .build();
  }

  /** People who are admins, without those who are so by a team. */
  static Sequence admins(Hub hub) {
    Mapping access =
        hub.tree()
            .get("access")
            .flatMap(Node::mapping)
            .orElseGet(() -> Mapping.empty(hub.clusterOrigin()));
    Mapping groups =
        access.get("groups").flatMap(Node::mapping).orElse(Mapping.empty(access.origin()));
    List<Scalar> named = access.get("admins").map(Groups::names).orElse(List.of());
    List<Scalar> all = new ArrayList<>(CourseAccess.people(named, groups));
    access
        .get("staff")
        .flatMap(Node::mapping)
        .ifPresent(
            staff ->
                staff
                    .entries()
                    .forEach((name, entry) -> all.add(Scalar.string(name, entry.key()))));
    return Sequence.of(all, access.keyOrigin("admins"));
  }
}
