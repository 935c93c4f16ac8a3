package org.hubfleet.capability.scratchdisk;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code scratchDisk} to an emptyDir with a limit. Where the disks of all nodes that servers
 * run on are known the space is set aside too, so that no node is promised twice; elsewhere it is
 * not, because a pool that adds nodes from nothing may not know what disk they will have, and would
 * never add one.
 *
 * <p>Reports {@code scratch-disk/no-room}, {@code scratch-disk/in-the-way} and {@code
 * scratch-disk/fewer-servers}.
 */
public final class ScratchDisk implements Capability {
  private static final RuleName NO_ROOM = RuleName.of("scratch-disk/no-room");
  private static final RuleName IN_THE_WAY = RuleName.of("scratch-disk/in-the-way");
  private static final RuleName FEWER = RuleName.of("scratch-disk/fewer-servers");
  private static final String NAME = "scratch-disk";
  private static final String STORAGE = "singleuser.storage.";

  private final Shelf shelf;

  public ScratchDisk(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Optional<Node> wish = hub.tree().get("scratchDisk");
    Optional<Scalar> said =
        wish.flatMap(node -> node.get("size").or(() -> wish)).flatMap(Node::scalar);
    if (said.isPresent()) {
      Memory space = Memory.parse(said.get().text()).orElseThrow();
      Origin origin = said.get().origin();
      if (isInTheWay(hub, wish.get())) {
        problems.add(inTheWay(wish.get()));
        return values.tree();
      }
      disk(hub, wish.get(), Scalar.string(space.quantity(), origin), values);
      Pools pools = Pools.of(hub.cluster(), shelf);
      if (!pools.areBroken()) {
        setAside(hub, pools, space, origin, values, problems);
      }
    }
    return values.tree();
  }

  private static boolean isInTheWay(Hub hub, Node wish) {
    return wish.get("path").flatMap(Node::string).filter(Storage.homePath(hub)::equals).isPresent();
  }

  private static Diagnostic inTheWay(Node wish) {
    return Diagnostic.error(
            wish.get("path").orElseThrow().origin().place(),
            IN_THE_WAY,
            "people would find the scratch disk in place of their home")
        .hint("give it a path of its own, such as /scratch");
  }

  private static void disk(Hub hub, Node wish, Scalar size, LoweredValues values) {
    Origin why = hub.tree().keyOrigin("scratchDisk");
    Scalar name = Scalar.string(NAME, why);
    Node path = wish.get("path").orElse(Scalar.string("/scratch", why));
    Mapping source = Mapping.builder(size.origin()).put("sizeLimit", size).build();
    values.entry(
        STORAGE + "extraVolumes",
        NAME,
        Mapping.builder(why).put("name", name).put("emptyDir", source).build());
    values.entry(
        STORAGE + "extraVolumeMounts",
        NAME,
        Mapping.builder(why).put("name", name).put("mountPath", path).build());
  }

  private void setAside(
      Hub hub,
      Pools pools,
      Memory space,
      Origin origin,
      LoweredValues values,
      List<Diagnostic> problems) {
    HubSizes sizes = HubSizes.of(hub, shelf);
    List<Pool> used = used(pools, sizes);
    used.forEach(pool -> room(pool, space, origin, problems));
    fewer(sizes, space, origin, problems);
    boolean known = !used.isEmpty() && used.stream().allMatch(pool -> pool.disk().isPresent());
    if (known) {
      Origin why =
          origin.with(used.stream().map(pool -> disk(pool).origin()).toArray(Origin[]::new));
      values.entry(
          "singleuser.extraResource.guarantees",
          "ephemeral-storage",
          Scalar.string(space.quantity(), why));
    }
    values.note(
        "scratch disk",
        Scalar.string(
            space.quantity()
                + " of the node's disk, "
                + (known ? "set aside for each server" : "as long as other servers leave it"),
            origin));
  }

  /** The pools that servers run on; all that are for people when the hub names none. */
  private static List<Pool> used(Pools pools, HubSizes sizes) {
    TreeSet<String> named = new TreeSet<>();
    sizes.all().forEach(size -> size.pool().ifPresent(pool -> named.add(pool.name())));
    return pools.forUsers().stream()
        .filter(pool -> named.isEmpty() || named.contains(pool.name()))
        .toList();
  }

  private static void room(Pool pool, Memory space, Origin origin, List<Diagnostic> problems) {
    Optional<Memory> disk = pool.disk();
    if (disk.isPresent() && disk.get().compareTo(space) < 0) {
      problems.add(
          Diagnostic.error(
                  origin.place(),
                  NO_ROOM,
                  "no server fits: the disk of a node of "
                      + pool.name()
                      + " has "
                      + disk.get().quantity()
                      + ", "
                      + space.less(disk.get()).exact()
                      + " less than this")
              .hint("ask for " + disk.get().quantity() + " at most, or for nodes with more disk")
              .related(disk(pool).origin().place(), "the disk"));
    }
  }

  private static void fewer(
      HubSizes sizes, Memory space, Origin origin, List<Diagnostic> problems) {
    for (Size size : sizes.all()) {
      Optional<Memory> disk = size.pool().flatMap(Pool::disk);
      long most = size.perNode().orElse(0L);
      long held = disk.map(all -> all.bytes() / space.bytes()).orElse(most);
      if (held > 0 && held < most) {
        Pool pool = size.pool().orElseThrow();
        problems.add(
            Diagnostic.warning(
                    origin.place(),
                    FEWER,
                    "a node of "
                        + pool.name()
                        + " has room for "
                        + most
                        + " servers of the size "
                        + size.name()
                        + ", and disk for the scratch of "
                        + held)
                .hint("ask for " + disk.orElseThrow().over((int) most).quantity() + " at most")
                .related(disk(pool).origin().place(), "the disk"));
        return;
      }
    }
  }

  private static Node disk(Pool pool) {
    return pool.tree().get("disk").orElseThrow();
  }
}
