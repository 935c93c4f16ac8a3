package org.hubfleet.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** People would be led to another home than they have, or the hub to another database. */
final class OtherHome implements Guard {
  private static final RuleName HOME_PATH = RuleName.of("guard/home-path");
  private static final RuleName DATABASE = RuleName.of("guard/database");
  private static final List<String> ON_THE_WAY =
      List.of(
          "namespace",
          "homes.storage",
          "homes.names",
          "homes.claim",
          "homes.volume",
          "homes.namespaces",
          "homes.subPath");

  /** Whether the field is a part of the way from a person's name to the home. */
  static boolean isOnTheWay(FieldChange field) {
    return ON_THE_WAY.stream().anyMatch(field.path()::isAtOrBelow);
  }

  @Override
  public List<Finding> inspect(PartChange change) {
    List<Finding> found = new ArrayList<>();
    home(change).ifPresent(found::add);
    database(change).ifPresent(found::add);
    return found;
  }

  private static Optional<Finding> home(PartChange change) {
    if (word(change.before().continuity(), "homes.storage").equals("none")) {
      return Optional.empty();
    }
    List<FieldChange> fields = change.continuity().stream().filter(OtherHome::isOnTheWay).toList();
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                HOME_PATH,
                "homes",
                fields.get(0).origin(),
                "people would find another home than theirs: " + differences(fields),
                "keep it, or move every home first"));
  }

  private static Optional<Finding> database(PartChange change) {
    if (word(change.before().continuity(), "database.kind").equals("sqlite-memory")) {
      return Optional.empty();
    }
    List<FieldChange> fields =
        change.continuity().stream().filter(field -> field.path().isAtOrBelow("database")).toList();
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                DATABASE,
                "database",
                fields.get(0).origin(),
                "the hub would not find the accounts and servers it knows: " + differences(fields),
                "keep it, or move the database first"));
  }

  private static String word(Optional<Mapping> continuity, String path) {
    return continuity.flatMap(tree -> tree.at(path)).flatMap(Node::string).orElse("");
  }

  private static String differences(List<FieldChange> fields) {
    return fields.stream()
        .map(field -> field.path() + " " + shown(field.before()) + " -> " + shown(field.after()))
        .collect(Collectors.joining(", "));
  }

  private static String shown(Optional<Node> value) {
    return value.map(node -> node.scalar().map(Scalar::text).orElse("...")).orElse("nothing");
  }
}
