package org.hubfleet.flux;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Spreads the hubs of a cluster over several controllers. Each hub goes to the shard whose digest
 * with its id is the highest, so that a new hub moves no other, and a new shard takes over no more
 * than its share.
 */
final class Shards {
  private Shards() {}

  /** The shard of a hub; absent where the cluster has none. */
  static Optional<Scalar> of(Hub hub) {
    List<Scalar> shards =
        hub
            .cluster()
            .fact("flux.shards")
            .flatMap(Node::sequence)
            .map(Sequence::items)
            .orElse(List.of())
            .stream()
            .flatMap(item -> item.scalar().stream())
            .toList();
    return shards.stream().max(Comparator.comparing(shard -> rank(shard, hub)));
  }

  private static String rank(Scalar shard, Hub hub) {
    return Checksum.of(Scalar.string(shard.text() + "\n" + hub.id(), shard.origin()));
  }
}
