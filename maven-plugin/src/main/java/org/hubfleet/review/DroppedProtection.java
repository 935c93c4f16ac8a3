package org.hubfleet.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * An object that Flux was told never to delete, to overwrite or to make anew, and now may; or one
 * that is no longer among the files at all.
 */
final class DroppedProtection implements Guard {
  private static final RuleName DROPPED = RuleName.of("guard/protection-dropped");
  private static final RuleName REMOVED = RuleName.of("guard/kept-object-removed");
  private static final List<String> OTHERS =
      List.of("PersistentVolumeClaim", "PersistentVolume", "StorageClass");

  @Override
  public List<Finding> inspect(PartChange change) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange object : change.objects()) {
      if (object.kind() == ObjectChange.Kind.CHANGED) {
        lost(object).ifPresent(what -> found.add(dropped(object, what)));
      } else if (object.kind() == ObjectChange.Kind.REMOVED
          && Protection.isKept(object.before().orElseThrow())
          && !OTHERS.contains(object.key().kind())) {
        found.add(removed(object, change));
      }
    }
    return found;
  }

  private static Optional<String> lost(ObjectChange object) {
    Mapping was = object.before().orElseThrow();
    Mapping is = object.after().orElseThrow();
    if (Protection.isKept(was) && !Protection.isKept(is)) {
      return Optional.of("would be deleted together with its hub");
    }
    if (Protection.isMadeOnce(was) && !Protection.isMadeOnce(is)) {
      return Optional.of("would be overwritten at every sync");
    }
    boolean force = Protection.isForced(is) || is.at("spec.force").filter(Node::isTrue).isPresent();
    boolean forced =
        Protection.isForced(was) || was.at("spec.force").filter(Node::isTrue).isPresent();
    return force && !forced
        ? Optional.of("could delete what it cannot change, and make it anew")
        : Optional.empty();
  }

  private static Finding dropped(ObjectChange object, String what) {
    Mapping is = object.after().orElseThrow();
    Origin origin = is.at("metadata.annotations").map(Node::origin).orElse(is.origin());
    return new Finding(
        DROPPED,
        object.key().id(),
        origin,
        object.key().id() + " " + what + " from now on",
        "leave its annotations as they are");
  }

  private static Finding removed(ObjectChange object, PartChange change) {
    return new Finding(
        REMOVED,
        object.key().id(),
        Lost.origin(change),
        object.key().id() + " is to be kept, and would be left on the cluster with nobody to care",
        "keep it");
  }
}
