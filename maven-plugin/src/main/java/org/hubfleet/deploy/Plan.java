package org.hubfleet.deploy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Diagnostic;

/**
 * What would make the tip of the deployment repository what was compiled.
 *
 * @param writes files to write, path to text; only those that differ
 * @param removals files to remove; only those that earlier deployments made
 * @param clusters whose folders are ours afterwards
 * @param hubs how many are deployed
 * @param changes what that means, sorted by part; objects of a new part are not read for it
 * @param problems what stands in the way
 */
record Plan(
    Snapshot tip,
    SortedMap<String, String> writes,
    SortedSet<String> removals,
    Set<String> clusters,
    int hubs,
    List<PartChange> changes,
    List<Diagnostic> problems) {
  Plan {
    writes = Collections.unmodifiableSortedMap(new TreeMap<>(writes));
    removals = Collections.unmodifiableSortedSet(new TreeSet<>(removals));
    clusters = Set.copyOf(clusters);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /** Whether the tip is what was compiled. */
  boolean isEmpty() {
    return writes.isEmpty() && removals.isEmpty();
  }
}
