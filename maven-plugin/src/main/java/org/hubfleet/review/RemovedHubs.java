package org.hubfleet.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Fleet;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Hubs that are deployed and no longer in the fleet: removed, under another id, or on another
 * cluster; and too many of them at once.
 */
final class RemovedHubs {
  private static final RuleName REMOVED = RuleName.of("guard/hub-removed");
  private static final RuleName RENAMED = RuleName.of("guard/hub-renamed");
  private static final RuleName MOVED = RuleName.of("guard/hub-moved");
  private static final RuleName MANY = RuleName.of("guard/many-removed");
  private static final String FILE = "config/fleet.yaml";
  private static final int USUAL_SHARE = 20;

  private final Fleet fleet;
  private final Acknowledged acknowledged;

  RemovedHubs(Fleet fleet, Acknowledged acknowledged) {
    this.fleet = fleet;
    this.acknowledged = acknowledged;
  }

  /**
   * The problems.
   *
   * @param before how many hubs are deployed
   */
  List<Diagnostic> inspect(List<PartChange> changes, int before) {
    List<Diagnostic> found = new ArrayList<>();
    List<PartChange> removed =
        changes.stream()
            .filter(c -> c.part().isHub() && c.kind() == ObjectChange.Kind.REMOVED)
            .toList();
    for (PartChange change : removed) {
      if (!hasEnded(change) && !acknowledged.removalOf(change.part())) {
        found.add(problem(change, changes));
      }
    }
    int most = mostRemoved();
    if (removed.size() > 1 && removed.size() * 100L > (long) most * before) {
      found.add(many(removed.size(), before, most));
    }
    return found;
  }

  private int mostRemoved() {
    return fleet
        .tree()
        .at("deployment.mostRemoved")
        .flatMap(Node::scalar)
        .map(scalar -> Integer.parseInt(scalar.text()))
        .orElse(USUAL_SHARE);
  }

  /** Whether it has told, when it was deployed last, that it ends by now. */
  private boolean hasEnded(PartChange change) {
    Optional<LocalDate> end = text(change, "ends.date").flatMap(RemovedHubs::date);
    return end.isPresent() && fleet.today().filter(now -> !end.get().isAfter(now)).isPresent();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private Diagnostic problem(PartChange gone, List<PartChange> changes) {
    String id = gone.part().hub().orElseThrow();
    Optional<PartChange> moved = added(changes).stream().filter(c -> isSameId(c, id)).findFirst();
    if (moved.isPresent()) {
      return stop(
          gone,
          MOVED,
          "the hub "
              + id
              + " moves from "
              + gone.part().cluster().orElseThrow()
              + " to "
              + moved.get().part().cluster().orElseThrow()
              + ", and its homes and accounts do not",
          "copy them first");
    }
    Optional<PartChange> renamed =
        added(changes).stream().filter(c -> isSameNamespace(c, gone)).findFirst();
    if (renamed.isPresent()) {
      return stop(
          gone,
          RENAMED,
          "the hub "
              + id
              + " is now "
              + renamed.get().part().hub().orElseThrow()
              + " in the same namespace: the old one would be pruned from under it",
          "keep the name of its folder and file");
    }
    return stop(
        gone,
        REMOVED,
        "the hub "
            + gone.part()
            + " is deployed and no longer in the fleet"
            + text(gone, "file").map(file -> ", " + file + " is gone").orElse(""),
        "let it end first: \"ends: {date: <day>, homes: keep}\" in its file");
  }

  private static List<PartChange> added(List<PartChange> changes) {
    return changes.stream()
        .filter(c -> c.part().isHub() && c.kind() == ObjectChange.Kind.ADDED)
        .toList();
  }

  private static boolean isSameId(PartChange change, String id) {
    return change.part().hub().filter(id::equals).isPresent();
  }

  private static boolean isSameNamespace(PartChange fresh, PartChange gone) {
    Optional<String> namespace =
        fresh.after().continuity().flatMap(tree -> tree.get("namespace")).flatMap(Node::string);
    return fresh.part().cluster().equals(gone.part().cluster())
        && namespace.isPresent()
        && namespace.equals(text(gone, "namespace"));
  }

  private static Optional<String> text(PartChange gone, String path) {
    return gone.before().continuity().flatMap((Mapping t) -> t.at(path)).flatMap(Node::string);
  }

  private static Diagnostic stop(PartChange gone, RuleName rule, String message, String wayOut) {
    return Diagnostic.error(Place.ofFile(FILE), rule, message)
        .hint(
            wayOut
                + "; or, once thought through, in "
                + FILE
                + ": acknowledge: [{hub: "
                + gone.part().hub().orElseThrow()
                + ", why: ..., who: ..., until: ...}]");
  }

  private Diagnostic many(int removed, int before, int most) {
    Place place =
        fleet
            .tree()
            .at("deployment.mostRemoved")
            .map(node -> node.origin().place())
            .orElse(Place.ofFile(FILE));
    return Diagnostic.error(
            place,
            MANY,
            removed + " of " + before + " hubs would be removed at once, more than " + most + " %")
        .hint(
            "see whether the run read all of config/; else remove them in several deployments, or"
                + " raise deployment.mostRemoved in "
                + FILE);
  }
}
