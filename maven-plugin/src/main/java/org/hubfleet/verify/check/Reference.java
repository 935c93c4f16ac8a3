package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * That one object speaks of another.
 *
 * @param owner that speaks, such as {@code Deployment/hub}
 * @param path of the field that does
 * @param keys of a ConfigMap or Secret that it needs; empty when it needs the object only
 */
record Reference(
    String owner, String path, String kind, String name, List<Key> keys, Origin origin) {
  /** One key of the object that is spoken of, and where. */
  record Key(String name, Origin origin) {}

  Reference {
    keys = List.copyOf(keys);
  }

  /** All references of a hub's objects and pods; those that may lead nowhere are left out. */
  static List<Reference> of(List<Pod> pods, List<Manifest> manifests) {
    List<Reference> found = new ArrayList<>();
    pods.forEach(pod -> found.addAll(PodReferences.of(pod)));
    manifests.forEach(manifest -> found.addAll(ObjectReferences.of(manifest)));
    return found.stream().filter(reference -> !reference.name.contains("{")).toList();
  }

  /** The reference that a field makes; absent when it holds no name. */
  static Optional<Reference> at(String owner, String path, String kind, Optional<Node> name) {
    return name.flatMap(Node::string)
        .filter(text -> !text.isEmpty())
        .map(text -> new Reference(owner, path, kind, text, List.of(), name.get().origin()));
  }

  /** The same with a key. */
  Reference key(Optional<Node> key) {
    return new Reference(
        owner,
        path,
        kind,
        name,
        key.flatMap(Node::scalar).map(Reference::keyOf).map(List::of).orElse(keys),
        origin);
  }

  /** The same with those keys. */
  Reference keys(List<Node> wanted) {
    List<Key> all =
        wanted.stream().flatMap(node -> node.scalar().stream()).map(Reference::keyOf).toList();
    return new Reference(owner, path, kind, name, all, origin);
  }

  private static Key keyOf(Scalar key) {
    return new Key(key.text(), key.origin());
  }
}
