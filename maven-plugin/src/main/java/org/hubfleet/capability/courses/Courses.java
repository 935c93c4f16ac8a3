package org.hubfleet.capability.courses;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Courses. Their groups and rights are lines of {@code access} that they stand for; what only the
 * hub can decide at a login, and memory, is lowered here. A course that is over says nothing.
 *
 * <p>Reports {@code courses/ended}, beside what the parts report.
 */
public final class Courses implements Capability {
  private static final RuleName ENDED = RuleName.of("courses/ended");

  private final Shelf shelf;

  public Courses(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Hub spelledOut(Hub hub, List<Diagnostic> problems) {
    List<Course> all = Course.of(hub);
    Optional<LocalDate> today = hub.today();
    all.stream().filter(course -> course.isOver(today)).map(Courses::ended).forEach(problems::add);
    List<Course> current = all.stream().filter(course -> !course.isOver(today)).toList();
    if (current.isEmpty()) {
      return hub;
    }
    Mistakes.inspect(hub, current, problems);
    return CourseFolders.of(CourseAccess.of(hub, current, problems), current, problems);
  }

  private static Diagnostic ended(Course course) {
    Node end = course.end().orElseThrow();
    return Diagnostic.warning(
            end.origin().place(),
            ENDED,
            "the course "
                + course.name()
                + " is over since "
                + end.string().orElseThrow()
                + ", and nobody has rights or memory from it")
        .hint("remove its lines, or give a later day");
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    List<Course> current =
        Course.of(hub).stream().filter(course -> !course.isOver(hub.today())).toList();
    AtLogin.lower(hub, current, values);
    CourseMemory memory = new CourseMemory(hub, shelf, problems);
    current.forEach(course -> memory.lower(course, values));
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    CourseMemory.inspect(effective, problems);
  }
}
