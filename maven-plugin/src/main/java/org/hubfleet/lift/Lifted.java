package org.hubfleet.lift;

import java.util.List;
import org.hubfleet.source.Mapping;

/**
 * A hub file with lines in place of values under {@code overrides}, which compiles to the same.
 *
 * @param file the hub file
 * @param kept what was replaced by what, in the order of the lifters; may be empty
 */
public record Lifted(Mapping file, List<Proposal> kept) {
  public Lifted {
    kept = List.copyOf(kept);
  }
}
