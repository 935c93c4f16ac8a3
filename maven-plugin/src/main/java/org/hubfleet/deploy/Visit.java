package org.hubfleet.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.diagnostic.Outcome;

/**
 * One visit to one deployment repository.
 *
 * @param source the checkout of the fleet
 * @param approach may have opened the repository already
 */
record Visit(Target target, Source source, Secrets secrets, Optional<Approach> approach) {
  /** Something to do with an open repository. */
  interface Work<T> {
    /** Does it. */
    Outcome<T> with(Remote remote) throws IOException;
  }

  /** Finds out which repository is meant. Nothing is asked of it yet. */
  static Outcome<Visit> to(Inquiry inquiry, Secrets secrets) {
    QuietGit.use();
    try {
      Source source = Source.around(inquiry.config());
      return new Targets(inquiry.fleet(), source)
          .target(inquiry.repository(), inquiry.branch(), inquiry.root())
          .then(target -> Outcome.of(new Visit(target, source, secrets, Optional.empty())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The same visit, of which some way may be done. */
  Visit after(Optional<Approach> done) {
    return new Visit(target, source, secrets, done);
  }

  private Remote open() throws IOException {
    Optional<Remote> opened = approach.flatMap(way -> way.take(target));
    return opened.isPresent() ? opened.get() : new Remotes(secrets).open(target);
  }

  /** Opens the repository for some work; what breaks on the way becomes a problem. */
  <T> Outcome<T> over(Work<T> work) {
    Troubles troubles = new Troubles(target, secrets);
    try (Remote remote = open()) {
      return work.with(remote);
    } catch (IOException broken) {
      return Outcome.none(troubles.of(broken));
    } catch (UncheckedIOException broken) {
      return Outcome.none(troubles.of(broken.getCause()));
    }
  }

  /** What the branch holds now. */
  Snapshot snapshot(Remote remote) throws IOException {
    Optional<ObjectId> tip = remote.tip();
    if (tip.isEmpty()) {
      return Snapshot.EMPTY;
    }
    try (ObjectReader reader = remote.reader()) {
      return Snapshot.of(reader, tip.get(), target.folder());
    }
  }
}
