package org.hubfleet.model.pool;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * What a provider keeps of a machine for itself, by the terms of its facts: what is lost to the
 * kernel, reserved for the kubelet, and kept free from eviction.
 *
 * <p>A term of {@code memory} is a {@code share} of the machine's, an {@code amount}, an amount
 * {@code perPod} a node may hold, or {@code tiers} of shares; it counts {@code above} or {@code
 * below} a size only, and is at {@code most} an amount or at {@code mostShare} a share. {@code cpu}
 * is tiers of shares of cores.
 */
final class Reservation {
  private final Provider provider;

  Reservation(Provider provider) {
    this.provider = provider;
  }

  /** What pods can use of a machine with so many pods. */
  Room left(Room machine, int pods) {
    Memory kept = Memory.NONE;
    for (Mapping term : terms("memory")) {
      kept = kept.plus(memory(term, machine.memory(), pods));
    }
    BigDecimal cores = tiers(terms("cpu"), machine.cores(), Reservation::number);
    return new Room(
        machine.millicores() - Room.millicores(cores),
        machine.memory().less(kept).wholeMebibytes());
  }

  private List<Mapping> terms(String fact) {
    return maps(provider.fact(fact));
  }

  private static Memory memory(Mapping term, Memory nominal, int pods) {
    Optional<Memory> above = amount(term, "above");
    Optional<Memory> below = amount(term, "below");
    if (above.filter(border -> nominal.compareTo(border) <= 0).isPresent()
        || below.filter(border -> nominal.compareTo(border) > 0).isPresent()) {
      return Memory.NONE;
    }
    long bytes = amount(term, "amount").orElse(Memory.NONE).bytes();
    bytes += amount(term, "perPod").orElse(Memory.NONE).bytes() * pods;
    bytes += share(term, "share", nominal).orElse(0L);
    bytes +=
        tiers(
                maps(term.get("tiers")),
                BigDecimal.valueOf(nominal.bytes()),
                node -> BigDecimal.valueOf(Memory.parse(text(node)).orElseThrow().bytes()))
            .longValue();
    long most = amount(term, "most").map(Memory::bytes).orElse(Long.MAX_VALUE);
    long mostShare = share(term, "mostShare", nominal).orElse(Long.MAX_VALUE);
    return new Memory(Math.min(bytes, Math.min(most, mostShare)));
  }

  private interface Border {
    BigDecimal of(Node node);
  }

  /** The sum of each tier's share of what falls into it. */
  private static BigDecimal tiers(List<Mapping> tiers, BigDecimal whole, Border border) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal from = BigDecimal.ZERO;
    for (Mapping tier : tiers) {
      BigDecimal to = tier.get("upTo").map(border::of).orElse(whole).min(whole);
      if (to.compareTo(from) > 0) {
        sum = sum.add(to.subtract(from).multiply(number(tier.get("share").orElseThrow())));
        from = to;
      }
    }
    return sum;
  }

  private static Optional<Long> share(Mapping term, String key, Memory nominal) {
    return term.get(key)
        .map(share -> BigDecimal.valueOf(nominal.bytes()).multiply(number(share)).longValue());
  }

  private static Optional<Memory> amount(Mapping term, String key) {
    return term.get(key).map(node -> Memory.parse(text(node)).orElseThrow());
  }

  private static List<Mapping> maps(Optional<Node> list) {
    return list.flatMap(Node::sequence).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> item.mapping().stream())
        .toList();
  }

  private static BigDecimal number(Node node) {
    return node.scalar().map(Scalar::number).orElseThrow();
  }

  private static String text(Node node) {
    return node.scalar().map(Scalar::text).orElseThrow();
  }
}
