package org.hubfleet.model.pool;

import java.util.List;
import java.util.Optional;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * A group of like machines.
 *
 * @param tree of its lines in the cluster's file
 * @param node what pods can use of one node; absent when nothing tells
 * @param daemonsets what the cluster's own pods take of each node
 * @param pods how many pods a node may hold
 * @param taints of its nodes, each with {@code key}, {@code effect} and mostly {@code value}
 * @param selector labels that lead to its nodes and no other's; absent when nothing tells them
 *     apart
 * @param origin where its size is said, and where it was computed from
 */
public record Pool(
    String name,
    Mapping tree,
    Optional<Room> node,
    Room daemonsets,
    int pods,
    Optional<Gpu> gpu,
    List<Mapping> taints,
    Optional<Mapping> selector,
    Origin origin) {
  /** Ten minutes, as those who prepare events reckon for machine and images. */
  public static final Span USUAL_READY = new Span(600);

  public Pool {
    taints = List.copyOf(taints);
  }

  /** What servers can use of an empty node; absent when nothing tells. */
  public Optional<Room> room() {
    return node.map(all -> all.less(daemonsets));
  }

  /** Whether servers of people run here. */
  public boolean isForUsers() {
    return text("purpose").map("user"::equals).orElse(true);
  }

  /** The name of its machine type, where it has one. */
  public Optional<String> machine() {
    return text("machine");
  }

  /** The most nodes it may have; absent when nothing says so. */
  public Optional<Long> max() {
    return tree.get("max").flatMap(Node::scalar).map(scalar -> scalar.number().longValue());
  }

  /** How long a new node takes until servers start on it. */
  public Span ready() {
    return text("ready").flatMap(Span::parse).orElse(USUAL_READY);
  }

  /** What pods can use of the disk of a node; absent when nothing tells. */
  public Optional<Memory> disk() {
    return text("disk").flatMap(Memory::parse);
  }

  private Optional<String> text(String key) {
    return tree.get(key).flatMap(Node::string);
  }
}
