package org.hubfleet.capability.folders;

import java.util.List;
import java.util.Optional;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * One folder, in its short or its longer form.
 *
 * @param value a text or a map, of the schema's shape
 * @param why where its name stands
 * @param home where people have their home
 */
record Folder(String name, Node value, Origin why, String home) {
  private static final String HOMES = "homes";

  /** Groups who see it; empty for everyone. */
  List<Scalar> readers() {
    return value.get("for").map(Groups::names).orElse(List.of());
  }

  /** Whether all who see it write. */
  boolean isWrittenByReaders() {
    return value.string().filter("write"::equals).isPresent()
        || value.get("write").map(Node::isTrue).orElse(false);
  }

  /** Groups who write beside; admins where nothing is said. */
  List<Scalar> writers() {
    if (isWrittenByReaders() || isOfOthers()) {
      return List.of();
    }
    Optional<Node> said = value.get("write");
    return said.isPresent()
        ? said.flatMap(wish -> wish.get("for")).map(Groups::names).orElse(List.of())
        : isAllHomes() ? List.of() : List.of(Scalar.string(Groups.ADMINS, why));
  }

  /** The claim with data of others. */
  Optional<Scalar> claim() {
    return text("claim");
  }

  /** The data of the cluster that it shows. */
  Optional<Scalar> data() {
    return text("from").filter(from -> !from.text().equals(HOMES));
  }

  /** Whether it shows what nobody of this hub has made. */
  boolean isOfOthers() {
    return claim().isPresent() || data().isPresent();
  }

  /** Whether it shows the homes of all people. */
  boolean isAllHomes() {
    return text("from").filter(from -> from.text().equals(HOMES)).isPresent();
  }

  /** Whether it has a place of its own on the file server. */
  boolean isOwn() {
    return !isOfOthers() && !isAllHomes();
  }

  /** Where it is in people's servers. */
  Scalar path() {
    return text("path").orElseGet(() -> Scalar.string(home + "/" + name, why));
  }

  /** The key of its mount, and of its volume where it has one of its own. */
  String key() {
    return "folder-" + name;
  }

  /** Where a key of the longer form stands; where the name stands in the short form. */
  Origin at(String key) {
    return value.mapping().map(map -> map.keyOrigin(key)).orElse(why);
  }

  /** Whether the longer form has a key. */
  boolean says(String key) {
    return value.get(key).isPresent();
  }

  /** What people have to know of it. */
  Scalar words() {
    String who = readers().isEmpty() ? "everyone" : names(readers());
    String writers = writers().isEmpty() ? "nobody writes" : names(writers()) + " may write";
    return Scalar.string(
        path().text()
            + ": "
            + who
            + (isWrittenByReaders() ? " may write" : " may read, " + writers),
        why);
  }

  private static String names(List<Scalar> groups) {
    return String.join(", ", groups.stream().map(Scalar::text).toList());
  }

  /** An entry of group_overrides that gives a mount to groups. */
  Mapping override(List<Scalar> groups, Mapping mount) {
    Mapping mounts = Mapping.builder(why).put(key(), mount).build();
    return Mapping.builder(why)
        .put("groups", Sequence.of(groups, groups.get(0).origin()))
        .put("spawner_override", Mapping.builder(why).put("volume_mounts", mounts).build())
        .build();
  }

  private Optional<Scalar> text(String key) {
    return value.get(key).flatMap(Node::scalar);
  }
}
