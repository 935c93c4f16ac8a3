package org.hubfleet.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;

/** Something that was kept when its owner goes would go with it from now on. */
final class WeakerRetention implements Guard {
  private static final RuleName RULE = RuleName.of("guard/retention");
  private static final List<String> POLICIES =
      List.of(
          "spec.persistentVolumeReclaimPolicy",
          "reclaimPolicy",
          "spec.persistentVolumeClaimRetentionPolicy",
          "spec.deletionPolicy");

  @Override
  public List<Finding> inspect(PartChange change) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange object : change.objects()) {
      object.fields().stream()
          .filter(field -> POLICIES.stream().anyMatch(field.path()::isAtOrBelow))
          .filter(WeakerRetention::isWeaker)
          .findFirst()
          .ifPresent(field -> found.add(finding(object.key().id(), field)));
    }
    change.continuity().stream()
        .filter(field -> field.path().text().equals("homes.deletedWithUser"))
        .filter(field -> field.after().filter(Node::isTrue).isPresent())
        .map(
            field ->
                new Finding(
                    RULE,
                    "homes",
                    field.origin(),
                    "deleting a person's account would delete the home from now on",
                    "keep jupyterhub.hub.config.KubeSpawner.delete_pvc false"))
        .forEach(found::add);
    return found;
  }

  /** Deleting is the weaker; keeping is what {@code Retain} and {@code Orphan} say. */
  private static boolean isWeaker(FieldChange field) {
    Optional<String> after = field.after().flatMap(Node::string);
    boolean deletes = after.filter(word -> List.of("Delete", "Recycle").contains(word)).isPresent();
    boolean silent =
        after.isEmpty()
            && field.before().flatMap(Node::string).filter("Orphan"::equals).isPresent();
    return deletes || silent;
  }

  private static Finding finding(String id, FieldChange field) {
    return new Finding(
        RULE,
        id,
        field.origin(),
        field.path() + " of " + id + " would delete what is kept today",
        "keep the policy");
  }
}
