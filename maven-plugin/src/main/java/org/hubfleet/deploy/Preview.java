package org.hubfleet.deploy;

import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.PartChange;

/**
 * What a deployment would change.
 *
 * @param address of the repository
 * @param tip its commit, 40 hexadecimal digits; absent when the branch does not exist
 * @param changes sorted by part; objects of new parts are not among them
 */
public record Preview(
    String address, String branch, Optional<String> tip, List<PartChange> changes) {
  public Preview {
    changes = List.copyOf(changes);
  }
}
