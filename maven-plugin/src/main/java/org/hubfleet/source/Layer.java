package org.hubfleet.source;

import java.util.Locale;

/** Who said a value, weakest first; the order of the merge into a hub's effective values. */
public enum Layer {
  /** The chart's defaults, from the shelves. */
  UPSTREAM,
  /** Our named departures from them. */
  DEPARTURE,
  /** What a capability lowers to. */
  CAPABILITY,
  FLEET,
  DISTRIBUTION,
  COMMUNITY,
  HUB,
  /** Facts of the cluster: read, never merged. */
  CLUSTER,
  /** Text of our own templates and derivations. */
  COMPILER;

  /** The word people read, such as {@code community}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
