package org.hubfleet.lower.derive;

import java.util.List;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.derive.network.Network;

/** All derivations, in the order in which they may read one another's results. */
public final class Derivations {
  private Derivations() {}

  /** The list. */
  public static List<Derivation> all() {
    return List.of(new Names(), new Labels(), new Placement(), new Network());
  }
}
