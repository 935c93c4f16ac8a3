package org.hubfleet.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hubfleet.author.EditorSchemas;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.shelf.Shelf;

/** The folder {@code schemas/} on disk: what differs from the schemas of this compiler. */
final class SchemasFolder {
  private static final RuleName STALE = RuleName.of("generated/stale-schema");

  private final Path folder;
  private final SortedMap<String, String> wanted;

  SchemasFolder(Path folder) {
    this.folder = folder;
    this.wanted = new EditorSchemas(Shelf.open()).files();
  }

  /** The names of files that differ, sorted. */
  List<String> stale() {
    return wanted.keySet().stream()
        .filter(name -> !text(name).equals(Optional.of(wanted.get(name))))
        .toList();
  }

  /** An error for each file that differs. */
  List<Diagnostic> problems() {
    return stale().stream()
        .map(
            name ->
                Diagnostic.error(
                        Place.ofFile("schemas/" + name),
                        STALE,
                        "the file is not the schema of this compiler")
                    .hint("run mvn package and commit the result"))
        .toList();
  }

  /** Writes those files. */
  void write(List<String> names) {
    try {
      Files.createDirectories(folder);
      for (String name : names) {
        Files.writeString(folder.resolve(name), wanted.get(name));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Optional<String> text(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
