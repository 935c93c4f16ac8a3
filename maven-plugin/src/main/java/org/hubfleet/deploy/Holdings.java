package org.hubfleet.deploy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.Side;

/**
 * What a deployment repository holds.
 *
 * @param address of it
 * @param tip its commit, 40 hexadecimal digits; absent when the branch does not exist
 * @param last the note of the last deployment; absent when there was none
 * @param hubs those that are deployed, each by what it was last changed; absent when somebody
 *     removed or broke its note
 * @param ended those that are gone, with what remains of them
 * @param objects of the parts that were asked for
 */
public record Holdings(
    String address,
    String branch,
    Optional<String> tip,
    Optional<Record> last,
    SortedMap<Part, Optional<Record>> hubs,
    SortedMap<Part, Ended> ended,
    Map<Part, Side> objects) {
  /**
   * A hub that is gone.
   *
   * @param date of the deployment that removed it, as it is written
   * @param remains objects that were left on the cluster, {@code Kind/name}
   */
  public record Ended(String date, List<String> remains) {
    public Ended {
      remains = List.copyOf(remains);
    }
  }

  public Holdings {
    hubs = Collections.unmodifiableSortedMap(new TreeMap<>(hubs));
    ended = Collections.unmodifiableSortedMap(new TreeMap<>(ended));
    objects = Map.copyOf(objects);
  }
}
