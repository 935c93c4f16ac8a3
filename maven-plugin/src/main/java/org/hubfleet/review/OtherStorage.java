package org.hubfleet.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;

/** Claims, volumes and storage classes that are gone, smaller or somewhere else. */
final class OtherStorage implements Guard {
  private static final RuleName CLAIM_REMOVED = RuleName.of("guard/claim-removed");
  private static final RuleName CLAIM_SHRUNK = RuleName.of("guard/claim-shrunk");
  private static final RuleName STORAGE_CLASS = RuleName.of("guard/storage-class");
  private static final RuleName VOLUME = RuleName.of("guard/volume");
  private static final String CLAIM = "PersistentVolumeClaim";
  private static final List<String> OF_A_CLASS =
      List.of("provisioner", "parameters", "volumeBindingMode", "reclaimPolicy");
  private static final List<String> FREE_OF_A_VOLUME =
      List.of(
          "spec.persistentVolumeReclaimPolicy",
          "spec.capacity",
          "spec.mountOptions",
          "spec.claimRef");

  @Override
  public List<Finding> inspect(PartChange change) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange object : change.objects()) {
      boolean removed = object.kind() == ObjectChange.Kind.REMOVED;
      switch (object.key().kind()) {
        case CLAIM -> {
          if (removed) {
            found.add(removedClaim(object, change));
          } else {
            claim(object, found);
          }
        }
        case "PersistentVolume" -> volume(object, change, found);
        case "StorageClass" -> storageClass(object, change, found);
        default -> {
          // keeps nothing
        }
      }
    }
    homes(change).ifPresent(found::add);
    return found;
  }

  private static Finding removedClaim(ObjectChange object, PartChange change) {
    return new Finding(
        CLAIM_REMOVED,
        object.key().id(),
        Lost.origin(change),
        "the claim " + object.key().name() + " is gone, and what lies on it out of reach",
        "keep the claim until its content lives elsewhere");
  }

  private static void claim(ObjectChange object, List<Finding> found) {
    for (FieldChange field : object.fields()) {
      if (field.path().text().equals("spec.resources.requests.storage")) {
        shrunk(object, field).ifPresent(found::add);
      } else if (field.path().isAtOrBelow("spec.storageClassName")) {
        found.add(
            new Finding(
                STORAGE_CLASS,
                object.key().id(),
                field.origin(),
                "the claim " + object.key().name() + " would move to another storage class",
                "claims stay where they are: make another claim and copy its content"));
      }
    }
  }

  private static Optional<Finding> shrunk(ObjectChange object, FieldChange field) {
    Optional<BigDecimal> was = field.before().flatMap(Quantity::kubernetes);
    Optional<BigDecimal> is = field.after().flatMap(Quantity::kubernetes);
    boolean smaller = was.isPresent() && (is.isEmpty() || is.get().compareTo(was.get()) < 0);
    return smaller
        ? Optional.of(
            new Finding(
                CLAIM_SHRUNK,
                object.key().id(),
                field.origin(),
                "the claim "
                    + object.key().name()
                    + " would shrink from "
                    + text(field.before())
                    + " to "
                    + text(field.after()),
                "claims only grow: keep its size"))
        : Optional.empty();
  }

  private static String text(Optional<Node> value) {
    return value.flatMap(Node::scalar).map(scalar -> scalar.text()).orElse("nothing");
  }

  private static void volume(ObjectChange object, PartChange change, List<Finding> found) {
    if (object.kind() == ObjectChange.Kind.REMOVED) {
      found.add(
          new Finding(
              VOLUME,
              object.key().id(),
              Lost.origin(change),
              "the volume " + object.key().name() + " is gone, and what lies on it out of reach",
              "keep the volume until its content lives elsewhere"));
      return;
    }
    object.fields().stream()
        .filter(field -> field.path().isAtOrBelow("spec"))
        .filter(field -> FREE_OF_A_VOLUME.stream().noneMatch(field.path()::isAtOrBelow))
        .findFirst()
        .filter(field -> object.kind() == ObjectChange.Kind.CHANGED)
        .ifPresent(
            field ->
                found.add(
                    new Finding(
                        VOLUME,
                        object.key().id(),
                        field.origin(),
                        field.path()
                            + " of the volume "
                            + object.key().name()
                            + " changes: it would be another volume, or refused",
                        "give the new volume another name and copy its content")));
  }

  private static void storageClass(ObjectChange object, PartChange change, List<Finding> found) {
    boolean removed = object.kind() == ObjectChange.Kind.REMOVED;
    Optional<FieldChange> field =
        object.fields().stream()
            .filter(f -> OF_A_CLASS.stream().anyMatch(f.path()::isAtOrBelow))
            .findFirst();
    if (removed || field.isPresent()) {
      found.add(
          new Finding(
              STORAGE_CLASS,
              object.key().id(),
              field.map(FieldChange::origin).orElseGet(() -> Lost.origin(change)),
              "the storage class "
                  + object.key().name()
                  + (removed ? " is gone" : " changes")
                  + ", which claims of it do not survive or do not notice",
              "give the new class another name"));
    }
  }

  /** The class of claims that KubeSpawner makes. */
  private static Optional<Finding> homes(PartChange change) {
    return change.continuity().stream()
        .filter(field -> field.path().text().equals("homes.storageClass"))
        .filter(field -> change.continuity().stream().noneMatch(OtherHome::isOnTheWay))
        .findFirst()
        .map(
            field ->
                new Finding(
                    STORAGE_CLASS,
                    "homes",
                    field.origin(),
                    "new homes would lie on another storage class than those there are",
                    "keep the class"));
  }
}
