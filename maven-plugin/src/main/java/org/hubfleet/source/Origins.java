package org.hubfleet.source;

import java.util.Optional;
import java.util.function.Function;
import org.hubfleet.diagnostic.Place;

/** Says where a node of a text that is being read came from. */
interface Origins {
  /** The origin of a node that starts at that place and may carry an anchor. */
  Origin of(Place place, Optional<String> anchor);

  /** Whether anchors are names for origins, as against names for aliases. */
  default boolean readsAnchors() {
    return false;
  }
}

/** The origin of a node is its place. */
record FileOrigins(String file, Layer layer) implements Origins {
  @Override
  public Origin of(Place place, Optional<String> anchor) {
    return Origin.at(place, layer);
  }
}

/** The origin of a node is what its anchor stands for, else that of its line. */
record RenderedOrigins(Function<String, Origin> anchored, Function<Integer, Origin> lines)
    implements Origins {
  @Override
  public Origin of(Place place, Optional<String> anchor) {
    return anchor.map(anchored).orElseGet(() -> lines.apply(place.line()));
  }

  @Override
  public boolean readsAnchors() {
    return true;
  }
}
