package org.hubfleet.capability.courses;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The lines of {@code folders} that courses stand for: a folder of the course's name, which its
 * people see and those who teach write. Reports {@code courses/folder-taken}.
 */
final class CourseFolders {
  private static final RuleName TAKEN = RuleName.of("courses/folder-taken");
  private static final String FOLDERS = "folders";

  private CourseFolders() {}

  static Hub of(Hub hub, List<Course> courses, List<Diagnostic> problems) {
    Mapping tree = hub.tree();
    for (Course course : courses) {
      Optional<Node> wish = course.tree().get("folder").filter(Node::isTrue);
      if (wish.isPresent()) {
        tree = with(tree, course, wish.get(), problems);
      }
    }
    return hub.saying(tree);
  }

  private static Mapping with(Mapping tree, Course course, Node wish, List<Diagnostic> problems) {
    Mapping folders =
        tree.get(FOLDERS)
            .flatMap(Node::mapping)
            .orElseGet(() -> Mapping.empty(tree.keyOrigin("courses")));
    if (folders.get(course.name()).isPresent()) {
      problems.add(
          Diagnostic.error(
                  folders.keyOrigin(course.name()).place(),
                  TAKEN,
                  "the folder " + course.name() + " belongs to the course of that name")
              .hint("choose another name here")
              .related(wish.origin().place(), "the course"));
      return tree;
    }
    return tree.with(FOLDERS, folders.with(course.name(), folder(course, wish.origin())));
  }

  private static Mapping folder(Course course, Origin why) {
    List<String> staff = Course.STAFF.stream().filter(course::has).toList();
    Mapping.Builder folder =
        Mapping.builder(why).put("for", groups(course, CourseAccess.parts(course), why));
    if (!staff.isEmpty()) {
      folder.put("write", Mapping.builder(why).put("for", groups(course, staff, why)).build());
    }
    return folder.build();
  }

  private static Sequence groups(Course course, List<String> parts, Origin why) {
    return Sequence.of(
        parts.stream().map(part -> Scalar.string(course.group(part), why)).toList(), why);
  }
}
