package org.hubfleet.capability.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.people.Course;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;

/**
 * The names that a hub gives to people, each held against the login: {@code access/no-such-name} is
 * one that nobody can ever have, {@code access/named-twice} one that says nothing new.
 */
final class NamedPeople {
  private static final RuleName NOBODYS = RuleName.of("access/no-such-name");
  private static final RuleName TWICE = RuleName.of("access/named-twice");
  private static final Set<String> ALL = Set.of("everyone", "*");

  private final Wishes wishes;
  private final List<Diagnostic> problems;

  NamedPeople(Wishes wishes, List<Diagnostic> problems) {
    this.wishes = wishes;
    this.problems = problems;
  }

  void check(Optional<Login> login) {
    Set<Place> seen = new LinkedHashSet<>();
    for (Scalar name : people()) {
      if (seen.add(name.origin().place())) {
        misnomer(login, name.text()).ifPresent(wrong -> report(name, wrong));
      }
    }
    List<String> ofCourses = Course.of(wishes.hub()).stream().map(Course::name).toList();
    twice(wishes.names("github"));
    twice(wishes.names("admins"));
    twice(wishes.names("users"));
    twice(wishes.names("blocked"));
    wishes.entries("groups").entrySet().stream()
        .filter(group -> ofCourses.stream().noneMatch(of -> group.getKey().startsWith(of + "-")))
        .forEach(group -> twice(Groups.names(group.getValue().value())));
  }

  /** Everybody who is named, in the order of the lines; groups are not people. */
  private List<Scalar> people() {
    Map<String, Mapping.Entry> groups = wishes.entries("groups");
    List<Scalar> all = new ArrayList<>(wishes.names("admins"));
    all.removeIf(name -> groups.containsKey(name.text()));
    wishes.entries("staff").forEach((name, entry) -> all.add(Scalar.string(name, entry.key())));
    all.addAll(wishes.names("users"));
    all.addAll(wishes.names("blocked"));
    groups.values().forEach(group -> all.addAll(Groups.names(group.value())));
    for (Mapping.Entry role : wishes.entries("roles").values()) {
      role.value().get("users").map(Groups::names).ifPresent(all::addAll);
    }
    all.removeIf(name -> Groups.isTeam(name.text()));
    return all;
  }

  private Optional<Misnomer> misnomer(Optional<Login> login, String name) {
    if (ALL.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          new Misnomer(
              "is taken for the name of one person",
              "everyone who can log in is let in by access: {everyone: true}; all of a course are"
                  + " students: everyone, without brackets"));
    }
    return login.flatMap(
        asked -> asked.misnomer(wishes, wishes.get(asked.key()).orElseThrow(), name));
  }

  private void report(Scalar name, Misnomer wrong) {
    problems.add(
        Diagnostic.error(name.origin().place(), NOBODYS, "\"" + name.text() + "\" " + wrong.why())
            .hint(wrong.hint()));
  }

  /** JupyterHub makes all names lower case. */
  private void twice(List<Scalar> names) {
    Map<String, Scalar> known = new HashMap<>();
    for (Scalar name : names) {
      Scalar first = known.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
      if (first != null) {
        problems.add(
            Diagnostic.warning(name.origin().place(), TWICE, name.text() + " stands here twice")
                .hint("remove one of the two")
                .related(first.origin().place(), "first"));
      }
    }
  }
}
