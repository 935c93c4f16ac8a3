package org.hubfleet.model.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * A course of a hub.
 *
 * @param key where its name stands
 */
public record Course(String name, Mapping tree, Origin key) {
  /** Those who have rights over the servers of the students. */
  public static final List<String> STAFF = List.of("teachers", "assistants");

  /** The third part. */
  public static final String STUDENTS = "students";

  private static final String EVERYONE = "everyone";

  /** The courses of a hub, in the order of its lines. */
  public static List<Course> of(Hub hub) {
    List<Course> courses = new ArrayList<>();
    Map<String, Mapping.Entry> entries =
        hub.tree().get("courses").flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
    entries.forEach(
        (name, entry) ->
            entry.value().mapping().ifPresent(m -> courses.add(new Course(name, m, entry.key()))));
    return courses;
  }

  /** The day on which it is over, where it says so. */
  public Optional<Node> end() {
    return tree.get("ends");
  }

  /** Whether that day has come. */
  public boolean isOver(Optional<LocalDate> today) {
    Optional<LocalDate> end = end().flatMap(Node::string).map(LocalDate::parse);
    return end.isPresent() && today.isPresent() && !end.get().isAfter(today.get());
  }

  /** The group of a part. */
  public String group(String part) {
    return name + "-" + part;
  }

  /** The names of a part, in order; may be empty. */
  public List<Scalar> names(String part) {
    return hasEveryone() && part.equals(STUDENTS)
        ? List.of()
        : tree.get(part).map(Groups::names).orElse(List.of());
  }

  /** Whether all who are nothing else study in it. */
  public boolean hasEveryone() {
    return tree.get(STUDENTS).flatMap(Node::string).filter(EVERYONE::equals).isPresent();
  }

  /** The id by which a learning platform knows it. */
  public Optional<Scalar> platformId() {
    return tree.get("lti").flatMap(Node::scalar);
  }

  /** Whether anybody can ever be in a part. */
  public boolean has(String part) {
    return tree.get(part).isPresent() || platformId().isPresent();
  }

  /** An amount of memory that it names. */
  public Optional<Memory> memory(String key) {
    return tree.get(key).flatMap(Node::string).flatMap(Memory::parse);
  }
}
