package org.hubfleet.deploy;

import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Diagnostic;

/**
 * What a deployment would change.
 *
 * @param address of the repository
 * @param tip its commit, 40 hexadecimal digits; absent when the branch does not exist
 * @param changes sorted by part; objects of new parts are not among them
 * @param stops what a deployment would be stopped by
 */
public record Preview(
    String address,
    String branch,
    Optional<String> tip,
    List<PartChange> changes,
    List<Diagnostic> stops) {
  public Preview {
    changes = List.copyOf(changes);
    stops = List.copyOf(stops);
  }
}
