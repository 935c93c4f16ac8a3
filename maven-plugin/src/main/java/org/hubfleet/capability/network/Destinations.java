package org.hubfleet.capability.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * A part of the internet: what a list of {@code internet} names.
 *
 * @param domains in lower case, possibly starting with {@code *.}
 * @param ranges addresses and ranges of them
 * @param ports TCP ports that are open there
 */
record Destinations(List<Scalar> domains, List<Scalar> ranges, List<Scalar> ports) {
  /** Those of websites. */
  static List<Scalar> web(Origin why) {
    return List.of(Scalar.integer(80, why), Scalar.integer(443, why));
  }

  /** What a list, or a map with a list, names; texts that are no addresses are reported. */
  static Destinations of(Node wish, List<Diagnostic> problems) {
    List<Scalar> domains = new ArrayList<>();
    List<Scalar> ranges = new ArrayList<>();
    Optional<Sequence> listed = wish.sequence().or(() -> wish.get("allow").flatMap(Node::sequence));
    for (Node item : listed.map(Sequence::items).orElse(List.of())) {
      item.scalar()
          .ifPresent(
              text -> {
                if (isDomain(text.text())) {
                  domains.add(text);
                } else if (AddressRange.parse(text.text())
                    .filter(r -> r.prefix() > 0)
                    .isPresent()) {
                  ranges.add(text);
                } else {
                  problems.add(Services.bad(text));
                }
              });
    }
    List<Scalar> ports = wish.mapping().map(Services::ports).orElse(List.of());
    return new Destinations(domains, ranges, ports.isEmpty() ? web(wish.origin()) : ports);
  }

  private static boolean isDomain(String text) {
    return !text.contains(":") && text.matches(".*[a-z].*");
  }

  /** A rule for the ranges; absent when there are none. */
  Optional<Mapping> rule(Origin why) {
    List<Mapping> blocks =
        ranges.stream()
            .map(
                text ->
                    Rules.block(
                        AddressRange.parse(text.text()).orElseThrow().text(), text.origin()))
            .toList();
    return blocks.isEmpty() ? Optional.empty() : Optional.of(Rules.egress(blocks, ports, why));
  }
}
