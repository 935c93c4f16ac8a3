package org.hubfleet.schema;

import java.util.List;
import org.hubfleet.source.ValuePath;

/** Knows at which paths of a vocabulary a key exists. */
@FunctionalInterface
public interface KeyPlaces {
  /** Knows none. */
  KeyPlaces NONE = (key, near) -> List.of();

  /** The few paths, nearest to the place first, at which that very key exists; may be empty. */
  List<String> placesOf(String key, ValuePath near);
}
