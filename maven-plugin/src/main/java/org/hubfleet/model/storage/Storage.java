package org.hubfleet.model.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Provider;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** What a cluster can keep, by purpose, as its file and its provider say. */
public record Storage(Cluster cluster, Provider provider) {
  /** Of a cluster, with what its provider is known for. */
  public static Storage of(Cluster cluster, Shelf shelf) {
    return new Storage(cluster, shelf.providers().of(cluster.provider()));
  }

  /** The file server that homes are on. */
  public Optional<Share> homes() {
    return share("storage.homes.nfs");
  }

  /** The file server that shared folders are on; that of the homes where no other is named. */
  public Optional<Share> folders() {
    return share("storage.folders.nfs").or(this::homes);
  }

  /** The file server that the homes of a hub are on; absent where they are volumes or nowhere. */
  public Optional<Share> homesOf(Hub hub) {
    Optional<Node> home = hub.tree().get("home");
    boolean none = home.flatMap(Node::string).filter("none"::equals).isPresent();
    boolean volume =
        home.flatMap(wish -> wish.get("kind"))
            .flatMap(Node::string)
            .filter("volume"::equals)
            .isPresent();
    return homes().filter(share -> home.isPresent() && !none && !volume);
  }

  /** Where people of a hub find their home in their servers. */
  public static String homePath(Hub hub) {
    return hub.tree()
        .at("home.path")
        .or(() -> hub.overridden("singleuser.storage.homeMountPath"))
        .flatMap(Node::string)
        .orElse("/home/jovyan");
  }

  /** File servers with data that hubs may show, by name. */
  public Map<String, Share> data() {
    Map<String, Share> found = new LinkedHashMap<>();
    cluster
        .fact("storage.data")
        .flatMap(Node::mapping)
        .ifPresent(
            all ->
                all.entries()
                    .keySet()
                    .forEach(
                        name ->
                            all.get(name)
                                .flatMap(one -> one.get("nfs"))
                                .flatMap(Node::mapping)
                                .ifPresent(nfs -> found.put(name, Share.of(nfs)))));
    return Collections.unmodifiableMap(found);
  }

  /** The storage class of a purpose such as {@code homes}. */
  public Optional<Scalar> className(String purpose) {
    return cluster.fact("storage." + purpose + ".class").flatMap(Node::scalar);
  }

  /** What is known of a storage class; the cluster's own lines win over its provider's. */
  public Optional<Mapping> storageClass(String name) {
    return listed(cluster.tree(), "storage.classes", name)
        .or(() -> provider.fact("storage").flatMap(all -> all.get(name)).flatMap(Node::mapping));
  }

  /** The folder of a hub on a file server; its id unless it says otherwise. */
  public static Scalar folderOf(Hub hub) {
    return hub.tree()
        .at("home.folder")
        .flatMap(Node::scalar)
        .orElseGet(() -> Scalar.string(hub.id(), hub.clusterOrigin()));
  }

  /** Whether nothing is known because the lines are wrong and reported. */
  public boolean isBroken() {
    return cluster.isBroken("storage");
  }

  private static Optional<Mapping> listed(Mapping tree, String path, String name) {
    return tree.at(path).flatMap(all -> all.get(name)).flatMap(Node::mapping);
  }

  private Optional<Share> share(String path) {
    return cluster.fact(path).flatMap(Node::mapping).map(Share::of);
  }
}
