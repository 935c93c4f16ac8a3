package org.hubfleet.capability.courses;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * What cannot be meant in a course: {@code courses/empty}, {@code courses/after-the-end}, {@code
 * courses/no-students}, {@code courses/two-parts}, {@code courses/admin-among-students}, {@code
 * courses/no-platform} and {@code courses/same-course}.
 */
final class Mistakes {
  private static final RuleName EMPTY = RuleName.of("courses/empty");
  private static final RuleName AFTER = RuleName.of("courses/after-the-end");
  private static final RuleName NO_STUDENTS = RuleName.of("courses/no-students");
  private static final RuleName TWO_PARTS = RuleName.of("courses/two-parts");
  private static final RuleName ADMIN = RuleName.of("courses/admin-among-students");
  private static final RuleName NO_PLATFORM = RuleName.of("courses/no-platform");
  private static final RuleName SAME = RuleName.of("courses/same-course");

  private Mistakes() {}

  static void inspect(Hub hub, List<Course> courses, List<Diagnostic> problems) {
    Map<String, Course> byId = new LinkedHashMap<>();
    for (Course course : courses) {
      if (CourseAccess.parts(course).isEmpty()) {
        problems.add(
            error(course.key(), EMPTY, "nobody is in the course " + course.name())
                .hint(
                    "say who, such as "
                        + course.name()
                        + ": {teachers: [...], students: everyone}, or take it out"));
      }
      boolean staff = Course.STAFF.stream().anyMatch(course::has);
      if (staff && !course.has(Course.STUDENTS)) {
        problems.add(
            error(course.key(), NO_STUDENTS, "nobody studies in the course " + course.name())
                .hint("add students: everyone, or list them"));
      }
      afterTheEnd(hub, course).ifPresent(problems::add);
      twoParts(hub, course, problems);
      admins(hub, course, problems);
      course
          .platformId()
          .ifPresent(
              id -> {
                platform(hub, id, problems);
                Course other = byId.putIfAbsent(id.text(), course);
                if (other != null) {
                  problems.add(
                      error(
                              id.origin(),
                              SAME,
                              other.name() + " and " + course.name() + " have one id")
                          .hint("a course of the platform is one course here")
                          .related(other.platformId().orElseThrow().origin().place(), "first"));
                }
              });
    }
  }

  private static Optional<Diagnostic> afterTheEnd(Hub hub, Course course) {
    Optional<LocalDate> end = course.end().flatMap(Node::string).map(LocalDate::parse);
    return Ending.of(hub)
        .filter(ending -> end.isPresent() && end.get().isAfter(ending.day()))
        .map(
            ending ->
                Diagnostic.warning(
                        course.end().orElseThrow().origin().place(),
                        AFTER,
                        "the hub ends on "
                            + ending.day()
                            + ", before the course "
                            + course.name()
                            + " does")
                    .hint("give the hub a later end, or the course an earlier one")
                    .related(ending.date().origin().place(), "the end of the hub"));
  }

  private static void platform(Hub hub, Scalar id, List<Diagnostic> problems) {
    if (hub.tree().at("access.lti").isEmpty()) {
      problems.add(
          error(id.origin(), NO_PLATFORM, "people do not come in from a learning platform here")
              .hint("add access: {lti: ...}, or list the people of the course"));
    }
  }

  private static void twoParts(Hub hub, Course course, List<Diagnostic> problems) {
    Map<String, Scalar> known = new LinkedHashMap<>();
    for (String part : CourseAccess.parts(course)) {
      for (Scalar name : CourseAccess.people(course.names(part), groups(hub))) {
        Scalar before = known.putIfAbsent(folded(name), name);
        if (before != null) {
          problems.add(
              error(
                      name.origin(),
                      TWO_PARTS,
                      name.text() + " stands twice in the course " + course.name())
                  .hint("whoever assists could enter the server of a teacher: keep one of the two")
                  .related(before.origin().place(), "first"));
        }
      }
    }
  }

  private static void admins(Hub hub, Course course, List<Diagnostic> problems) {
    List<String> admins =
        AtLogin.admins(hub).items().stream()
            .flatMap(name -> name.scalar().stream())
            .map(Mistakes::folded)
            .toList();
    for (Scalar name : CourseAccess.people(course.names(Course.STUDENTS), groups(hub))) {
      if (admins.contains(folded(name))) {
        problems.add(
            error(
                    name.origin(),
                    ADMIN,
                    name.text() + " is an admin and a student of " + course.name())
                .hint(
                    "those who teach it could enter the server of an admin: keep one of the two"));
      }
    }
  }

  private static Mapping groups(Hub hub) {
    return hub.tree()
        .at("access.groups")
        .flatMap(Node::mapping)
        .orElseGet(() -> Mapping.empty(hub.clusterOrigin()));
  }

  private static String folded(Scalar name) {
    return name.text().toLowerCase(Locale.ROOT);
  }

  private static Diagnostic error(Origin at, RuleName rule, String message) {
    return Diagnostic.error(at.place(), rule, message);
  }
}
