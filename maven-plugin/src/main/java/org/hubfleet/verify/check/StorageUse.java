package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * A claim that takes a volume from a storage class.
 *
 * @param what is kept there, such as {@code homes of people}
 * @param name of the class; absent when the claim leaves it to the cluster
 * @param origin of the class's name, else of what asks for the claim
 */
record StorageUse(String what, Optional<String> name, Origin origin) {
  /** The claims that are emitted, and those that the hub makes for its people. */
  static List<StorageUse> of(Blueprint blueprint, List<Manifest> manifests) {
    List<StorageUse> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      if (manifest.kind().equals("PersistentVolumeClaim")) {
        claim(manifest.object(), manifest.id()).ifPresent(found::add);
      }
      for (Node template : Pod.items(manifest.object(), "spec.volumeClaimTemplates")) {
        claim(template, "a claim of " + manifest.id()).ifPresent(found::add);
      }
    }
    Mapping user = Pod.map(blueprint.jupyterhub(), "singleuser");
    if (Pod.text(user, "storage.type").equals("dynamic")) {
      Optional<Node> storageClass =
          user.at("storage.dynamic.storageClass").filter(node -> node.string().isPresent());
      found.add(
          new StorageUse(
              "the homes",
              storageClass.flatMap(Node::string),
              storageClass.orElse(user.at("storage.type").orElse(user)).origin()));
    }
    return found;
  }

  /** Static volumes are chosen by name or by the empty class and have no class to judge. */
  private static Optional<StorageUse> claim(Node claim, String what) {
    Optional<Node> named = claim.at("spec.storageClassName");
    boolean isStatic =
        named.flatMap(Node::string).filter(String::isEmpty).isPresent()
            || claim.at("spec.volumeName").isPresent();
    return isStatic
        ? Optional.empty()
        : Optional.of(
            new StorageUse(
                what,
                named.flatMap(Node::string),
                named.or(() -> claim.get("spec")).orElse(claim).origin()));
  }
}
