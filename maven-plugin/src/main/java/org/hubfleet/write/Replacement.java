package org.hubfleet.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.hubfleet.parallel.TwoAtATime;

/**
 * Carries out changes so that they can be finished or taken back.
 *
 * <p>All new files are prepared and all old ones kept in the work folder before the journal is
 * written; from then on there are only moves within one file system. Each step may be repeated, so
 * a run that was killed at any of them is carried on by the next. The caller holds the lock.
 */
final class Replacement {
  private final Path root;
  private final WorkFolder work;

  Replacement(Path root, WorkFolder work) {
    this.root = root;
    this.work = work;
  }

  /** Finishes, or takes back, what a stopped run began. */
  void recover() throws IOException {
    if (Files.exists(work.undo())) {
      undo();
    } else if (Files.exists(work.journal())) {
      finish(read(work.journal()).changes());
    }
  }

  /** Makes the changes; throws with nothing changed when the disk does not let it. */
  void run(Output wanted, List<Change> changes) throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    Journal journal = Journal.of(changes);
    work.prepare();
    prepare(journal.changes(), wanted);
    work.writeJournal(journal);
    finish(journal.changes());
  }

  private void prepare(List<Change> changes, Output wanted) throws IOException {
    twoAtATime(0, changes.size(), number -> prepare(changes.get(number), number, wanted));
  }

  /** One step of a change, which is known by its number. */
  private interface Step {
    void take(int number) throws IOException;
  }

  private static void twoAtATime(int from, int to, Step step) throws IOException {
    try {
      TwoAtATime.map(IntStream.range(from, to).boxed().toList(), number -> taken(step, number));
    } catch (UncheckedIOException refused) {
      throw refused.getCause();
    }
  }

  private static int taken(Step step, int number) {
    try {
      step.take(number);
      return number;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void prepare(Change change, int number, Output wanted) throws IOException {
    if (change.kind() != Change.Kind.REMOVED) {
      Files.writeString(work.fresh(number), wanted.files().get(change.file()));
    }
    if (change.kind() != Change.Kind.ADDED) {
      keep(target(change), work.old(number));
    }
  }

  /** A second name where the file system has such, else a copy; of a link, the link. */
  private static void keep(Path file, Path as) throws IOException {
    try {
      Files.createLink(as, file);
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.copy(file, as, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private void finish(List<Change> changes) throws IOException {
    try {
      int removals = (int) changes.stream().filter(Replacement::isRemoval).count();
      for (int i = 0; i < removals; i++) {
        remove(changes.get(i));
      }
      twoAtATime(removals, changes.size(), number -> put(changes.get(number), number));
    } catch (IOException refused) {
      Files.move(work.journal(), work.undo(), StandardCopyOption.ATOMIC_MOVE);
      undo();
      throw refused;
    }
    Files.delete(work.journal());
    work.clear();
  }

  private static boolean isRemoval(Change change) {
    return change.kind() == Change.Kind.REMOVED;
  }

  private void remove(Change change) throws IOException {
    Path target = target(change);
    Files.deleteIfExists(target);
    removeEmptied(target.getParent());
  }

  private void put(Change change, int number) throws IOException {
    if (exists(work.fresh(number))) {
      moveInto(work.fresh(number), target(change));
    }
  }

  private void undo() throws IOException {
    List<Change> changes = read(work.undo()).changes();
    for (int i = changes.size() - 1; i >= 0; i--) {
      Path target = target(changes.get(i));
      if (changes.get(i).kind() != Change.Kind.ADDED) {
        restore(work.old(i), target);
      } else if (!exists(work.fresh(i)) && exists(target)) {
        Files.delete(target);
        removeEmptied(target.getParent());
      }
    }
    Files.delete(work.undo());
    work.clear();
  }

  private static void restore(Path kept, Path target) throws IOException {
    if (exists(kept)) {
      moveInto(kept, target);
    }
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void moveInto(Path file, Path target) throws IOException {
    try {
      move(file, target);
    } catch (NoSuchFileException noFolder) {
      Files.createDirectories(target.getParent());
      move(file, target);
    }
  }

  private static void move(Path file, Path target) throws IOException {
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void removeEmptied(Path folder) throws IOException {
    Path emptied = folder;
    try {
      while (emptied.startsWith(root) && !emptied.equals(root)) {
        Files.deleteIfExists(emptied);
        emptied = emptied.getParent();
      }
    } catch (DirectoryNotEmptyException inUse) {
      // It holds other files and stays, and so do the folders around it.
    }
  }

  private Path target(Change change) throws IOException {
    Path target = root.resolve(change.file()).normalize();
    if (!target.startsWith(root) || target.equals(root)) {
      throw new IOException("outside of the folder: " + change.file());
    }
    return target;
  }

  private static Journal read(Path file) throws IOException {
    return Journal.parse(Files.readString(file))
        .orElseThrow(() -> new IOException("the journal is broken: " + file.getFileName()));
  }
}
