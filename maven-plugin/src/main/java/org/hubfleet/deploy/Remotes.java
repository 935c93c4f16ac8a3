package org.hubfleet.deploy;

import java.io.IOException;

/** Opens repositories. */
final class Remotes {
  private final Secrets secrets;

  Remotes(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The repository of a target. */
  Remote open(Target target) throws IOException {
    QuietGit.use();
    if (target.address().folder().isPresent()) {
      return FileRemote.open(target.address().folder().get(), target.branch());
    }
    return WireRemote.open(target, secrets);
  }
}
