package org.hubfleet.deploy;

import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.PartChange;

/**
 * What a deployment did.
 *
 * @param commit that was pushed; absent when nothing was
 * @param message of the commit; empty when nothing differed
 * @param changes sorted by part; empty when nothing differed
 */
public record Deployed(
    String address,
    String branch,
    Optional<String> commit,
    String message,
    List<PartChange> changes) {
  public Deployed {
    changes = List.copyOf(changes);
  }
}
