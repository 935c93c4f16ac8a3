package org.hubfleet.capability;

import java.util.List;
import org.hubfleet.capability.entry.Entry;
import org.hubfleet.capability.network.MetadataAddress;
import org.hubfleet.lower.Capability;

/** All capabilities, in the order in which their values are laid over one another. */
public final class Capabilities {
  private Capabilities() {}

  /** The list. */
  public static List<Capability> all() {
    return List.of(new MetadataAddress(), new Entry());
  }
}
