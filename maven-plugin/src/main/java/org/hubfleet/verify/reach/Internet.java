package org.hubfleet.verify.reach;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.lower.derive.network.PublicAddresses;
import org.hubfleet.source.Origin;

/** How much of the internet servers of people reach. */
final class Internet {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** A port that nothing is known for: what is open there is open everywhere. */
  private static final int ANY = 1;

  /** Addresses of the node and of the platform, which are no part of the internet. */
  private static final List<AddressRange> LOCAL =
      List.of(AddressRange.of("169.254.0.0/16"), AddressRange.of("168.63.129.16"));

  private final Policies policies;
  private final Surroundings around;
  private final List<AddressRange> named;
  private final boolean domains;

  /**
   * @param named addresses that servers reach for another reason
   * @param domains whether an object of the cluster's engine lets them reach some
   */
  Internet(Policies policies, Surroundings around, List<AddressRange> named, boolean domains) {
    this.policies = policies;
    this.around = around;
    this.named = named;
    this.domains = domains;
  }

  /** How much is reached by address. */
  Extent extent() {
    if (anywhere(ANY).isOpen()) {
      return Extent.EVERYTHING;
    }
    if (anywhere(HTTPS).isOpen() || anywhere(HTTP).isOpen()) {
      return Extent.WEBSITES;
    }
    return parts().isEmpty() ? Extent.NOTHING : Extent.PARTS;
  }

  boolean isOpen() {
    return extent() != Extent.NOTHING || domains;
  }

  /** Such as {@code parts of the internet and listed domains}. */
  String words() {
    Extent extent = extent();
    String also = "listed domains";
    if (extent == Extent.NOTHING) {
      return domains ? also : extent.words();
    }
    return extent.words() + (domains ? " and " + also : "");
  }

  /** The rule that opens the most, or the policies that keep it closed. */
  Origin why() {
    Optional<Verdict> open =
        Stream.of(ANY, HTTPS, HTTP).map(this::anywhere).filter(Verdict::isOpen).findFirst();
    return open.or(() -> parts().stream().findFirst().map(range -> out(around.at(range), HTTPS)))
        .orElseGet(() -> anywhere(ANY))
        .why();
  }

  /** Public addresses that rules name. */
  private List<AddressRange> parts() {
    List<AddressRange> closed = PublicAddresses.closed(around.hub());
    return policies.rulesOut(around.server().labels()).orElse(List.of()).stream()
        .flatMap(rule -> rule.blocks().stream())
        .filter(block -> closed.stream().noneMatch(range -> range.contains(block)))
        .filter(block -> LOCAL.stream().noneMatch(range -> range.contains(block)))
        .filter(block -> !named.contains(block))
        .toList();
  }

  private Verdict anywhere(int port) {
    return out(around.at(Surroundings.ANYWHERE.toArray(AddressRange[]::new)), port);
  }

  private Verdict out(Target target, int port) {
    return policies.out(around.server().labels(), target, port, around.unlimited());
  }
}
