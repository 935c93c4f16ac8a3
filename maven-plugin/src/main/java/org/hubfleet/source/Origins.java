package org.hubfleet.source;

import java.util.Optional;
import java.util.function.Function;
import org.hubfleet.diagnostic.Place;

/** Says where a node of a text that is being read came from. */
interface Origins {
  /** The origin of a node that starts at that place. */
  Origin of(Place place);

  /** The value an anchor stands for; absent where anchors are names for aliases. */
  default Optional<Node> value(String anchor) {
    return Optional.empty();
  }
}

/** The origin of a node is its place. */
record FileOrigins(String file, Layer layer) implements Origins {
  @Override
  public Origin of(Place place) {
    return Origin.at(place, layer);
  }
}

/** The origin of a node is that of its line; a node with an anchor is the value it stands for. */
record RenderedOrigins(Function<String, Node> values, Function<Integer, Origin> lines)
    implements Origins {
  @Override
  public Origin of(Place place) {
    return lines.apply(place.line());
  }

  @Override
  public Optional<Node> value(String anchor) {
    return Optional.of(values.apply(anchor));
  }
}
