package org.hubfleet.lift.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;

/** {@code resources}: what the hub and its proxy keep and may use. */
final class ResourcesLines implements Lifter {
  private static final BigDecimal MILLI = BigDecimal.valueOf(1000);

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    part(told, "hub.resources", "hub").ifPresent(found::add);
    part(told, "proxy.chp.resources", "proxy").ifPresent(found::add);
    return found;
  }

  private static Optional<Proposal> part(Told told, String path, String key) {
    List<String> said = new ArrayList<>();
    Optional<Scalar> most = text(told, path + ".limits.memory", said);
    Optional<Scalar> kept = text(told, path + ".requests.memory", said);
    Optional<Scalar> cores = told.scalar(path + ".requests.cpu").flatMap(ResourcesLines::cores);
    cores.ifPresent(number -> said.add(path + ".requests.cpu"));
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Mapping wish =
        Mapping.builder(told.node(path).orElseThrow().origin())
            .put("memory", most)
            .put("guaranteed", kept)
            .put("cores", cores)
            .build();
    return Optional.of(
        Proposal.of("resources", Told.line("resources." + key, wish), said.toArray(String[]::new)));
  }

  private static Optional<Scalar> text(Told told, String path, List<String> said) {
    Optional<Scalar> found = told.scalar(path).filter(value -> value.kind() == Scalar.Kind.STRING);
    found.ifPresent(value -> said.add(path));
    return found;
  }

  private static Optional<Scalar> cores(Scalar said) {
    if (said.isNumber()) {
      return Optional.of(said);
    }
    return said.text().matches("[0-9]{1,6}m")
        ? Optional.of(
            Scalar.number(
                new BigDecimal(said.text().replace("m", "")).divide(MILLI).stripTrailingZeros(),
                said.origin()))
        : Optional.empty();
  }
}
