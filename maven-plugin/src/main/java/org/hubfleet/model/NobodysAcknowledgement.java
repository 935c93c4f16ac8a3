package org.hubfleet.model;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;

/**
 * An acknowledgement of {@code fleet.yaml} that is about no hub and no cluster, or about both.
 * Reports {@code acknowledge/no-subject}.
 */
public final class NobodysAcknowledgement {
  private static final RuleName RULE = RuleName.of("acknowledge/no-subject");

  private NobodysAcknowledgement() {}

  /** Those of a fleet. */
  public static List<Diagnostic> of(Fleet fleet) {
    return Acknowledgement.of(fleet).stream()
        .filter(said -> said.hub().isPresent() == said.cluster().isPresent())
        .map(
            said ->
                Diagnostic.error(
                        said.tree().origin().place(),
                        RULE,
                        "this says "
                            + (said.hub().isPresent() ? "both a hub and a cluster" : "no subject"))
                    .hint("write either hub: <id> or cluster: <name>"))
        .toList();
  }
}
