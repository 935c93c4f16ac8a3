package org.hubfleet.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * People would be called by other names than now, so that they find new accounts and empty homes.
 * To pseudonyms and back there is no way, and none to another pepper.
 */
final class OtherNames implements Guard {
  private static final RuleName NAMES = RuleName.of("guard/usernames");
  private static final String TREE = "usernames";
  private static final String PEPPER = TREE + ".pseudonyms";
  private static final String FINGERPRINT = PEPPER + ".fingerprint";

  /** Logins with which nobody comes back under a name. */
  private static final Set<String> FLEETING = Set.of("tmp", "null");

  @Override
  public List<Finding> inspect(PartChange change) {
    List<FieldChange> fields =
        change.continuity().stream()
            .filter(field -> field.path().isAtOrBelow(TREE))
            .filter(field -> isLoss(field, change))
            .toList();
    boolean fleeting =
        text(change.before().continuity(), TREE + ".login").filter(FLEETING::contains).isPresent();
    return fields.isEmpty() || fleeting
        ? List.of()
        : List.of(
            new Finding(
                NAMES,
                TREE,
                fields.get(0).origin(),
                "people would get other names, with new accounts and empty homes: "
                    + fields.stream()
                        .map(field -> field.path().toString())
                        .collect(Collectors.joining(", ")),
                "keep it, or move every home and account first"));
  }

  private static boolean isLoss(FieldChange field, PartChange change) {
    if (field.path().isAtOrBelow(FINGERPRINT)) {
      return field.before().isPresent();
    }
    boolean known = text(change.before().continuity(), FINGERPRINT).isPresent();
    boolean same =
        text(change.before().continuity(), FINGERPRINT)
            .equals(text(change.after().continuity(), FINGERPRINT));
    if (field.path().isAtOrBelow(PEPPER + ".secret") || field.path().isAtOrBelow(PEPPER + ".key")) {
      return !(known && same);
    }
    // Older releases did not write how people get their names.
    return field.before().isPresent()
        || field.path().isAtOrBelow(PEPPER)
        || field.after().flatMap(tree -> tree.get("pseudonyms")).isPresent()
        || !change.before().continuity().flatMap(tree -> tree.get(TREE)).isEmpty();
  }

  private static Optional<String> text(Optional<Mapping> tree, String path) {
    return tree.flatMap(map -> map.at(path)).flatMap(Node::string);
  }
}
