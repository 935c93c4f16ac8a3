package org.hubfleet.live;

import java.util.List;
import org.hubfleet.compare.ObjectChange;

/**
 * A hub, or what the hubs of a cluster share, as it is on the cluster.
 *
 * @param sets what Flux says, in the order of the files; empty where nothing was deployed for Flux
 * @param drift objects that are not as deployed, sorted by key: gone, or with the fields that
 *     differ
 */
public record LiveHub(List<FluxSet> sets, List<ObjectChange> drift) {
  public LiveHub {
    sets = List.copyOf(sets);
    drift = List.copyOf(drift);
  }
}
