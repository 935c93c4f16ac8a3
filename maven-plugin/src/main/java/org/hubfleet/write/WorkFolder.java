package org.hubfleet.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;

/**
 * The folder beside {@code generated/} in which a run prepares its files: {@code
 * .generated.hubs/lock}, {@code journal}, {@code new/<number>} and {@code old/<number>}.
 *
 * <p>It lies on the same file system, so that a file moves into place in one step. Between runs it
 * holds nothing but the lock and a {@code .gitignore} that hides it; a journal between runs means
 * that one was killed.
 */
final class WorkFolder {
  private static final long MILLIS_BETWEEN_TRIES = 20;

  private final Path folder;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** The work folder of that generated folder. */
  static WorkFolder beside(Path root) throws IOException {
    Path real = Files.exists(root) ? root.toRealPath() : root;
    return new WorkFolder(real.resolveSibling("." + real.getFileName() + ".hubs"));
  }

  /** A prepared file. */
  Path fresh(int number) {
    return folder.resolve("new").resolve(Integer.toString(number));
  }

  /** A file that was replaced, kept until all are in place. */
  Path old(int number) {
    return folder.resolve("old").resolve(Integer.toString(number));
  }

  /** The list of replacements; once it exists, they are carried out to the end. */
  Path journal() {
    return folder.resolve("journal");
  }

  /** The same list, when the replacements could not be carried out and are taken back. */
  Path undo() {
    return folder.resolve("journal.undo");
  }

  /** Writes the journal in one step. */
  void writeJournal(Journal entries) throws IOException {
    Path draft = folder.resolve("journal.draft");
    Files.writeString(draft, entries.text());
    Files.move(draft, journal(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty folders for the files to prepare. */
  void prepare() throws IOException {
    clear();
    Files.createDirectories(folder.resolve("new"));
    Files.createDirectories(folder.resolve("old"));
  }

  /** The problem when a run was stopped half way, or is at it right now. */
  Optional<Diagnostic> halfState(Troubles troubles) throws IOException {
    Path lock = folder.resolve("lock");
    if (!Files.exists(journal()) && !Files.exists(undo())) {
      return Optional.empty();
    }
    return Optional.of(
        FolderLock.isHeld(lock)
            ? troubles.locked(FolderLock.holder(lock))
            : troubles.halfWritten());
  }

  /** Waits for the lock; reports who holds it when that takes too long. */
  Outcome<FolderLock> lock(Duration patience, Troubles troubles) throws IOException {
    Path file = folder.resolve("lock");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".gitignore"), "*\n");
    long end = System.nanoTime() + patience.toNanos();
    do {
      Optional<FolderLock> lock = FolderLock.tryTake(file);
      if (lock.isPresent()) {
        return Outcome.of(lock.get());
      }
      pause();
    } while (System.nanoTime() < end);
    return Outcome.none(troubles.locked(FolderLock.holder(file)));
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN_TRIES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Forgets the prepared and the kept files. */
  void clear() throws IOException {
    discard(folder.resolve("new"));
    discard(folder.resolve("old"));
  }

  private static void discard(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> children = Files.list(path)) {
        for (Path child : children.toList()) {
          discard(child);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
