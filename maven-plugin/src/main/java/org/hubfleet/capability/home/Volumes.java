package org.hubfleet.capability.home;

import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** A volume for each person, claimed by KubeSpawner when the person's first server starts. */
final class Volumes {
  private static final String DYNAMIC = "singleuser.storage.dynamic.";
  private static final String ONE_NODE = "ReadWriteOnce";

  private Volumes() {}

  static void lower(Wish wish, Storage storage, LoweredValues values) {
    Optional<Scalar> className = storage.className("homes");
    className.ifPresent(name -> values.set(DYNAMIC + "storageClass", name));
    className
        .or(() -> storage.cluster().fact("storage.default").flatMap(Node::scalar))
        .flatMap(name -> accessMode(storage, name, wish.why()))
        .ifPresent(modes -> values.set(DYNAMIC + "storageAccessModes", modes));
    wish.size().ifPresent(size -> values.set("singleuser.storage.capacity", size));
    wish.text("keep")
        .ifPresent(
            keep ->
                values.set(
                    "hub.config.KubeSpawner.delete_pvc",
                    Scalar.bool(!keep.isTrue(), keep.origin())));
    String size = wish.size().map(s -> "a volume of " + s.text()).orElse("a volume");
    String kind = className.map(name -> " of the class " + name.text()).orElse("");
    values.note(
        "homes",
        Scalar.string(
            size + " for each person" + kind + "; another size counts for new ones", wish.why()));
  }

  /** What a class offers instead, where it is known not to offer volumes for one node. */
  private static Optional<Sequence> accessMode(Storage storage, Scalar name, Origin why) {
    return storage
        .storageClass(name.text())
        .flatMap((Mapping known) -> known.get("accessModes"))
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .filter(modes -> modes.stream().noneMatch(m -> m.string().equals(Optional.of(ONE_NODE))))
        .filter(modes -> !modes.isEmpty())
        .map(modes -> modes.get(0))
        .flatMap(Node::scalar)
        .map(mode -> mode.from(why.with(name.origin(), mode.origin())))
        .map(mode -> Sequence.of(List.of(mode), mode.origin()));
  }
}
