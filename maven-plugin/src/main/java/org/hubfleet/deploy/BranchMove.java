package org.hubfleet.deploy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.ProcessResult;

/**
 * Moves a branch of a repository on this machine, if it still stands where it stood; asks and tells
 * the repository's hooks as a push would.
 */
record BranchMove(
    Repository repository, String branch, Optional<ObjectId> expected, ObjectId commit) {
  /**
   * A lock is held for a few milliseconds; one of this age belongs to a process that was killed.
   */
  private static final Duration ABANDONED = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long MILLIS_BETWEEN_TRIES = 25;

  Remote.Push run() throws IOException {
    refuseCheckedOutBranch();
    ask("pre-receive", line());
    ask("update", "", ref(), old().name(), commit.name());
    Remote.Push end = move();
    if (end == Remote.Push.DONE) {
      tell("post-receive", line());
      tell("post-update", "", ref());
    }
    return end;
  }

  private String ref() {
    return Constants.R_HEADS + branch;
  }

  private ObjectId old() {
    return expected.orElse(ObjectId.zeroId());
  }

  private String line() {
    return old().name() + " " + commit.name() + " " + ref() + "\n";
  }

  /** The files of somebody who works there would suddenly be old. */
  private void refuseCheckedOutBranch() throws IOException {
    boolean checkedOut = !repository.isBare() && ref().equals(repository.getFullBranch());
    if (checkedOut) {
      throw new Rejected(
          "the branch " + branch + " is checked out there; deploy to a branch of its own");
    }
  }

  private Remote.Push move() throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      RefUpdate update = repository.updateRef(ref());
      update.setNewObjectId(commit);
      update.setExpectedOldObjectId(old());
      update.disableRefLog();
      switch (update.update()) {
        case NEW, FAST_FORWARD, NO_CHANGE:
          return Remote.Push.DONE;
        case LOCK_FAILURE:
          if (hasMoved()) {
            return Remote.Push.MOVED;
          }
          if (Instant.now().isAfter(end)) {
            throw new Rejected("another process holds the lock of " + ref());
          }
          breakAbandonedLock();
          pause();
          break;
        default:
          if (hasMoved()) {
            return Remote.Push.MOVED;
          }
          throw new Rejected("the branch cannot move: " + update.getResult());
      }
    }
  }

  private boolean hasMoved() throws IOException {
    repository.getRefDatabase().refresh();
    Optional<ObjectId> now = Optional.ofNullable(repository.exactRef(ref())).map(Ref::getObjectId);
    return !now.equals(expected);
  }

  private void breakAbandonedLock() throws IOException {
    Path lock = new File(repository.getCommonDirectory(), ref() + ".lock").toPath();
    if (Files.exists(lock)) {
      FileTime made = Files.getLastModifiedTime(lock);
      if (made.toInstant().plus(ABANDONED).isBefore(Instant.now())) {
        Files.deleteIfExists(lock);
      }
    }
  }

  private void ask(String hook, String input, String... words) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ProcessResult result = hook(hook, input, words, said);
    if (result.isExecutedWithError()) {
      String text = said.toString(StandardCharsets.UTF_8).strip();
      throw new Rejected("its hook " + hook + " said no" + (text.isEmpty() ? "" : ": " + text));
    }
  }

  private void tell(String hook, String input, String... words) {
    hook(hook, input, words, new ByteArrayOutputStream());
  }

  private ProcessResult hook(
      String hook, String input, String[] words, ByteArrayOutputStream said) {
    return FS.DETECTED.runHookIfPresent(repository, hook, words, said, said, input);
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN_TRIES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
