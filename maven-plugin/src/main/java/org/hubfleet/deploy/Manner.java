package org.hubfleet.deploy;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to deploy.
 *
 * @param author of the commit; by default the operator of the fleet
 * @param committer of the commit; by default its author
 * @param isDryRun whether to stop before anything is pushed
 * @param allowsDirty whether a source that is not as committed will do
 * @param sign the file of the private key that signs the commit, SSH or OpenPGP
 * @param rollback the commit of the source to go back to; it must be the one checked out
 */
public record Manner(
    Optional<Person> author,
    Optional<Person> committer,
    boolean isDryRun,
    boolean allowsDirty,
    Optional<Path> sign,
    Optional<String> rollback) {
  /** Nothing special. */
  public static final Manner PLAIN =
      new Manner(
          Optional.empty(), Optional.empty(), false, false, Optional.empty(), Optional.empty());
}
