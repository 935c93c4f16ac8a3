package org.hubfleet.compare;

import java.util.Comparator;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * What makes an object the same object for a cluster, whatever version of its API a file speaks.
 *
 * @param group of the API, empty for the core
 * @param namespace empty for what is cluster-scoped
 */
public record ObjectKey(String group, String kind, String namespace, String name)
    implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::name)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::group);

  /** The key of an object; absent for a tree that is none. */
  public static Optional<ObjectKey> of(Mapping object) {
    Optional<String> version = object.get("apiVersion").flatMap(Node::string);
    Optional<String> kind = object.get("kind").flatMap(Node::string);
    Optional<String> name = object.at("metadata.name").flatMap(Node::string);
    if (version.isEmpty() || kind.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    int slash = version.get().indexOf('/');
    return Optional.of(
        new ObjectKey(
            slash < 0 ? "" : version.get().substring(0, slash),
            kind.get(),
            object.at("metadata.namespace").flatMap(Node::string).orElse(""),
            name.get()));
  }

  /** {@code Kind/name}, as people write it. */
  public String id() {
    return kind + "/" + name;
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }
}
