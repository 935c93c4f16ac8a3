package org.hubfleet.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder {@code generated/} on disk: what differs from the wanted output, and bringing it
 * there.
 */
public final class GeneratedFolder {
  private final Path root;

  public GeneratedFolder(Path root) {
    this.root = root;
  }

  /**
   * What would have to change for the folder to be the output. What no run of ours wrote is never
   * removed.
   *
   * @param inScope tells of a path whether this run is about it; others are left alone
   */
  public List<Change> changes(Output wanted, Predicate<String> inScope) {
    SortedMap<String, Change> changes = new TreeMap<>();
    for (String present : unwanted(wanted, inScope, true)) {
      changes.put(present, new Change(present, Change.Kind.REMOVED));
    }
    wanted
        .files()
        .forEach(
            (file, text) -> {
              Optional<String> now = text(file);
              if (inScope.test(file) && !now.equals(Optional.of(text))) {
                changes.put(
                    file,
                    new Change(file, now.isEmpty() ? Change.Kind.ADDED : Change.Kind.CHANGED));
              }
            });
    return List.copyOf(changes.values());
  }

  /** The files in scope that are neither wanted nor ours, sorted. */
  public List<String> foreign(Output wanted, Predicate<String> inScope) {
    return unwanted(wanted, inScope, false);
  }

  private List<String> unwanted(Output wanted, Predicate<String> inScope, boolean ours) {
    Ownership ownership = new Ownership(file -> text(file).orElse(""));
    return present().stream()
        .filter(file -> inScope.test(file) && !wanted.files().containsKey(file))
        .filter(file -> ownership.covers(file) == ours)
        .toList();
  }

  /** Brings the folder to the output where it differs. */
  public void apply(Output wanted, List<Change> changes) {
    try {
      for (Change change : changes) {
        Path file = root.resolve(change.file());
        if (change.kind() == Change.Kind.REMOVED) {
          Files.delete(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.writeString(file, wanted.files().get(change.file()));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<String> present() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The text of a file; absent when there is no such file. */
  public Optional<String> text(String file) {
    Path path = root.resolve(file);
    try {
      return Files.isRegularFile(path)
          ? Optional.of(Files.readString(path, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
