package org.hubfleet.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;

/**
 * The folder {@code generated/} on disk: what differs from the wanted output, and bringing it there
 * so that a run that is killed at any moment leaves the old files or a state the next run finishes.
 *
 * <p>Files that nobody here made are never touched: see {@link #foreign}. Symbolic links are never
 * followed. Places of the problems are paths such as {@code generated/west}; reported are {@code
 * generated/half-written}, {@code generated/locked}, {@code generated/link}, {@code
 * generated/file-in-place}, {@code generated/folder-in-place}, {@code generated/not-writable} and
 * {@code generated/unreadable}.
 */
public final class GeneratedFolder {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Outcome<List<Change>> NOTHING = Outcome.of(List.of());

  private final Path root;
  private final Duration patience;
  private final Troubles troubles;

  /** The folder at that path, which need not exist. */
  public GeneratedFolder(Path root) {
    this(root, PATIENCE);
  }

  /**
   * The folder at that path.
   *
   * @param patience how long to wait for another run that is writing it
   */
  GeneratedFolder(Path root, Duration patience) {
    this.root = root.toAbsolutePath().normalize();
    this.patience = patience;
    this.troubles = new Troubles(this.root.getFileName().toString());
  }

  /**
   * What would have to change for the folder to be the output, sorted by path; writes nothing. A
   * folder that a stopped run left half written is an error, with the changes beside it.
   *
   * @param inScope tells of a path whether this run is about it; others are left alone
   */
  public Outcome<List<Change>> changes(Output wanted, Predicate<String> inScope) {
    try {
      if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(root)) {
        return Outcome.none(troubles.noFolder());
      }
      Present present = Present.in(root);
      List<Diagnostic> problems = new ArrayList<>(Obstacles.to(wanted, inScope, present, troubles));
      WorkFolder.beside(root).halfState(troubles).ifPresent(problems::add);
      return Outcome.of(changes(wanted, inScope, present), problems);
    } catch (IOException broken) {
      return Outcome.none(troubles.unreadable(broken, root));
    }
  }

  /**
   * Brings the folder to the output and tells what changed, sorted by path. Finishes or undoes what
   * a stopped run left first. When anything is in the way nothing is changed and there is no value.
   *
   * @param beforehand is told the changes before the first is made, while {@link #text} still reads
   *     the old files
   */
  public Outcome<List<Change>> apply(
      Output wanted, Predicate<String> inScope, Consumer<List<Change>> beforehand) {
    Outcome<List<Change>> needed = changes(wanted, inScope);
    if (needed.equals(NOTHING)) {
      beforehand.accept(List.of());
      return needed;
    }
    try {
      WorkFolder work = WorkFolder.beside(root);
      Outcome<FolderLock> lock = work.lock(patience, troubles);
      if (lock.value().isEmpty()) {
        return Outcome.none(lock.diagnostics());
      }
      try (FolderLock held = lock.value().get()) {
        return apply(wanted, inScope, beforehand, new Replacement(root, work));
      }
    } catch (IOException broken) {
      return Outcome.none(troubles.notWritable(broken, root));
    }
  }

  private Outcome<List<Change>> apply(
      Output wanted,
      Predicate<String> inScope,
      Consumer<List<Change>> beforehand,
      Replacement replacement) {
    try {
      replacement.recover();
      Outcome<List<Change>> needed = changes(wanted, inScope);
      if (needed.hasErrors() || needed.value().isEmpty()) {
        return Outcome.none(needed.diagnostics());
      }
      beforehand.accept(needed.value().get());
      replacement.run(wanted, needed.value().get());
      return needed;
    } catch (IOException broken) {
      return Outcome.none(troubles.notWritable(broken, root));
    }
  }

  /**
   * What lies in the folder, in scope, that is neither wanted nor made by an earlier run: files,
   * links and what else is no folder, sorted.
   */
  public Outcome<List<String>> foreign(Output wanted, Predicate<String> inScope) {
    try {
      Present present = Present.in(root);
      Ownership owned = Ownership.of(present, wanted);
      return Outcome.of(
          present.paths().stream()
              .filter(path -> inScope.test(path) && !wanted.files().containsKey(path))
              .filter(path -> !owned.covers(path))
              .toList());
    } catch (IOException broken) {
      return Outcome.none(troubles.unreadable(broken, root));
    }
  }

  /** The text of a file; absent when there is no such regular file, or none that can be read. */
  public Optional<String> text(String path) {
    Path file = root.resolve(path);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Change> changes(Output wanted, Predicate<String> inScope, Present present)
      throws IOException {
    SortedMap<String, Change> changes = new TreeMap<>();
    Ownership owned = Ownership.of(present, wanted);
    for (String path : present.paths()) {
      if (inScope.test(path) && !wanted.files().containsKey(path) && owned.covers(path)) {
        changes.put(path, new Change(path, Change.Kind.REMOVED));
      }
    }
    for (String path : wanted.files().keySet()) {
      if (inScope.test(path) && !present.has(path)) {
        changes.put(path, new Change(path, Change.Kind.ADDED));
      } else if (inScope.test(path) && !present.holds(path, wanted.files().get(path))) {
        changes.put(path, new Change(path, Change.Kind.CHANGED));
      }
    }
    return List.copyOf(changes.values());
  }
}
