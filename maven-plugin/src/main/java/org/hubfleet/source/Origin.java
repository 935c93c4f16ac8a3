package org.hubfleet.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;

/**
 * Where a value came from.
 *
 * @param also further places a computed value was made from; empty for a value that stands in a
 *     file
 * @param overrode what the value replaced, nearest first; empty when it replaced nothing
 */
public record Origin(Place place, Layer layer, List<Origin> also, List<Origin> overrode) {
  private static final String SHELF = "shelf/";

  public Origin {
    also = List.copyOf(also);
    overrode = List.copyOf(overrode);
  }

  /** A value that stands at that place and overrode nothing. */
  public static Origin at(Place place, Layer layer) {
    return new Origin(place, layer, List.of(), List.of());
  }

  /**
   * The origin of a value computed from several: the one of the strongest layer leads, equal layers
   * in the order given.
   *
   * @param origins not empty
   */
  public static Origin of(Collection<Origin> origins) {
    List<Origin> distinct = new ArrayList<>(new LinkedHashSet<>(origins));
    Origin lead = distinct.get(0);
    for (Origin origin : distinct) {
      if (strength(origin.layer) > strength(lead.layer)) {
        lead = origin;
      }
    }
    if (distinct.size() == 1) {
      return lead;
    }
    List<Origin> rest = new ArrayList<>(lead.also);
    for (Origin origin : distinct) {
      if (origin != lead) {
        rest.add(origin);
      }
    }
    return new Origin(lead.place, lead.layer, rest, lead.overrode);
  }

  /** The origin of a value computed from one of this origin, which leads, and others. */
  public Origin with(Origin... others) {
    List<Origin> rest = new ArrayList<>(also);
    for (Origin other : others) {
      if (!other.equals(this) && !rest.contains(other)) {
        rest.add(other);
      }
    }
    return new Origin(place, layer, rest, overrode);
  }

  /** The same, having replaced a value of that origin. */
  public Origin over(Origin replaced) {
    List<Origin> chain = new ArrayList<>();
    chain.add(replaced);
    chain.addAll(replaced.overrode);
    return new Origin(place, layer, also, chain);
  }

  /** Whether a person of the fleet wrote it, as against a default of ours or upstream's. */
  public boolean isConfigured() {
    return strength(layer) > strength(Layer.CAPABILITY);
  }

  /**
   * The nearest place in a file that people of the fleet wrote: its own, else one the value was
   * computed from, else one it replaced; absent when all of them lie on the shelf.
   */
  public Optional<Place> configuredPlace() {
    return place.file().startsWith(SHELF)
        ? Stream.concat(also.stream(), overrode.stream())
            .flatMap(origin -> origin.configuredPlace().stream())
            .findFirst()
        : Optional.of(place);
  }

  private static int strength(Layer layer) {
    return layer == Layer.COMPILER ? -1 : layer.ordinal();
  }
}
