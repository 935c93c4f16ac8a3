package org.hubfleet.lower.derive.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/** The addresses of the internet, as rules for connections that go out speak of them. */
public final class PublicAddresses {
  /** Where EC2, Compute Engine, Azure and OpenStack hand out credentials. */
  private static final String METADATA = "169.254.169.254";

  private PublicAddresses() {}

  /**
   * Every address but those that {@link #closed} are, a peer a family.
   *
   * @param why what asks for them
   */
  public static List<Node> of(Hub hub, Origin why) {
    return of(addresses(hub), why);
  }

  /** Private addresses, those of the link and those of the cloud's metadata. */
  public static List<AddressRange> closed(Hub hub) {
    return closed(addresses(hub)).stream().map(Addresses.Known::range).toList();
  }

  /** Where the cloud hands out credentials. */
  public static List<AddressRange> metadata(Hub hub) {
    return addresses(hub).metadata().stream().map(Addresses.Known::range).toList();
  }

  static List<Node> of(Addresses addresses, Origin why) {
    List<Addresses.Known> closed = closed(addresses);
    return addresses.everything().stream()
        .map(all -> (Node) Rules.block(all, within(all, closed), why))
        .toList();
  }

  /** Those that lie in the range and are smaller, as the API server demands of exceptions. */
  static List<Addresses.Known> within(Addresses.Known range, List<Addresses.Known> some) {
    return some.stream()
        .filter(one -> range.range().contains(one.range()))
        .filter(one -> one.range().prefix() > range.range().prefix())
        .toList();
  }

  private static List<Addresses.Known> closed(Addresses addresses) {
    return Stream.of(addresses.privateRanges(), addresses.linkLocal(), addresses.metadata())
        .flatMap(List::stream)
        .toList();
  }

  /** What is wrong with facts of the cluster is reported when its policies are derived. */
  private static Addresses addresses(Hub hub) {
    Optional<String> metadata =
        hub.overridden("singleuser.cloudMetadata.ip")
            .or(() -> hub.cluster().fact("network.metadata"))
            .flatMap(Node::string)
            .or(() -> Optional.of(METADATA));
    return Addresses.of(hub, metadata, hub.clusterOrigin(), new ArrayList<>());
  }
}
