package org.hubfleet.lift.line;

import java.util.List;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Scalar;

/** {@code registry}: the Secret with which pods fetch images. */
final class RegistryLines implements Lifter {
  private static final String CREATE = "imagePullSecret.create";

  @Override
  public List<Proposal> propose(Told told) {
    return told.flag(CREATE)
        .filter(Scalar::isTrue)
        .map(yes -> List.of(Proposal.of("registry", Told.line("registry", yes), CREATE)))
        .orElse(List.of());
  }
}
