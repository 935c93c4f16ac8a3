package org.hubfleet.capability.courses;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Course;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * The memory of a course's students, which the spawner gives by group. Groups are applied in the
 * order of keys, so keys begin with the amount, and who is in several courses gets the most; a
 * choice of size is applied after them and would win.
 *
 * <p>Source: {@code Spawner.apply_group_overrides} of JupyterHub 5.5. Reports {@code
 * courses/too-large}, {@code courses/guarantee-over-memory} and {@code courses/size-chosen}.
 */
final class CourseMemory {
  private static final RuleName TOO_LARGE = RuleName.of("courses/too-large");
  private static final RuleName OVER = RuleName.of("courses/guarantee-over-memory");
  private static final RuleName CHOSEN = RuleName.of("courses/size-chosen");
  private static final String MEMORY = "memory";
  private static final String GUARANTEED = "guaranteed";

  private final Hub hub;
  private final Pools pools;
  private final List<Diagnostic> problems;

  CourseMemory(Hub hub, Shelf shelf, List<Diagnostic> problems) {
    this.hub = hub;
    this.pools = Pools.of(hub.cluster(), shelf);
    this.problems = problems;
  }

  void lower(Course course, LoweredValues values) {
    Optional<Memory> most = course.memory(MEMORY);
    if (most.isEmpty()) {
      return;
    }
    Node wish = course.tree().get(MEMORY).orElseThrow();
    Memory kept = course.memory(GUARANTEED).orElse(most.get());
    if (kept.compareTo(most.get()) > 0) {
      problems.add(
          Diagnostic.error(
              course.tree().get(GUARANTEED).orElseThrow().origin().place(),
              OVER,
              "more memory is kept for students of "
                  + course.name()
                  + " than they may use, "
                  + most.get().label()));
      return;
    }
    fit(course, most.get(), wish);
    Origin why = wish.origin();
    Mapping override =
        Mapping.builder(why)
            .put("mem_limit", Scalar.integer(most.get().bytes(), why))
            .put("mem_guarantee", Scalar.integer(kept.bytes(), why))
            .build();
    Scalar group = Scalar.string(course.group(Course.STUDENTS), why);
    values.set(
        ValuePath.of("hub", "config", "KubeSpawner", "group_overrides")
            .key(key(course, most.get())),
        Mapping.builder(why)
            .put("groups", Sequence.of(List.of(group), why))
            .put("spawner_override", override)
            .build());
  }

  private static String key(Course course, Memory most) {
    long mebibytes = most.bytes() / Memory.MEBIBYTE.bytes();
    return String.format(Locale.ROOT, "course-%08d-%s", mebibytes, course.name());
  }

  /** Servers go to the pool of the hub's sizes, else to any. */
  private void fit(Course course, Memory most, Node wish) {
    Optional<Pool> named = hub.tree().at("sizes.pool").flatMap(Node::string).flatMap(pools::named);
    List<Pool> possible = named.or(pools::usual).map(List::of).orElseGet(pools::forUsers);
    Optional<Memory> room =
        possible.stream()
            .flatMap(pool -> pool.room().stream())
            .map(Room::memory)
            .max(Memory::compareTo);
    if (!pools.areBroken() && room.isPresent() && most.compareTo(room.get()) > 0) {
      problems.add(
          Diagnostic.error(
                  wish.origin().place(),
                  TOO_LARGE,
                  "servers of "
                      + course.name()
                      + " do not fit on a node of "
                      + String.join(" or ", possible.stream().map(Pool::name).toList())
                      + ": "
                      + most.less(room.get()).exact()
                      + " are missing")
              .hint("servers have " + room.get().quantity() + " there at most"));
    }
  }

  /** Where the ordinary profile offers sizes, the one that is chosen replaces that of a course. */
  static void inspect(Values effective, List<Diagnostic> problems) {
    boolean choice =
        effective.items("singleuser.profileList").stream()
            .filter(profile -> profile.get("default").map(Node::isTrue).orElse(true))
            .flatMap(CourseMemory::overrides)
            .anyMatch(override -> override.get("mem_limit").isPresent());
    Hub hub = effective.hub();
    for (Course course : choice ? Course.of(hub) : List.<Course>of()) {
      Optional<Node> wish = course.tree().get(MEMORY).filter(m -> !course.isOver(hub.today()));
      wish.ifPresent(
          memory ->
              problems.add(
                  Diagnostic.error(
                          memory.origin().place(),
                          CHOSEN,
                          "people of this hub choose a size, which replaces the memory of "
                              + course.name())
                      .hint(
                          "write sizes: {named: {"
                              + course.name()
                              + ": {memory: "
                              + memory.string().orElse("")
                              + "}}, for: {"
                              + course.name()
                              + ": ["
                              + course.group(Course.STUDENTS)
                              + "]}}")));
    }
  }

  private static Stream<Node> overrides(Node profile) {
    Stream<Node> choices =
        profile.get("profile_options").flatMap(Node::mapping).stream()
            .flatMap(options -> options.entries().values().stream())
            .flatMap(option -> option.value().get("choices").stream())
            .flatMap(all -> all.mapping().stream())
            .flatMap(all -> all.entries().values().stream())
            .map(Mapping.Entry::value);
    return Stream.concat(Stream.of(profile), choices)
        .flatMap(choice -> choice.get("kubespawner_override").stream());
  }
}
