package org.hubfleet.live;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.compare.Part;

/**
 * What a cluster says of what is deployed to it.
 *
 * @param parts that were asked for
 * @param hidden kinds that could not be looked at, in the plural
 */
public record LiveReport(SortedMap<Part, LiveHub> parts, SortedSet<String> hidden) {
  public LiveReport {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
  }
}
