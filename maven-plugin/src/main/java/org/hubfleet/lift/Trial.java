package org.hubfleet.lift;

import java.util.Optional;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;

/** Compiles other lines for one hub, up to what its objects are made of. */
@FunctionalInterface
public interface Trial {
  /** What those lines come to, with what is wrong; absent where they make no hub. */
  Optional<Outcome<Blueprint>> of(Mapping hubFile);
}
