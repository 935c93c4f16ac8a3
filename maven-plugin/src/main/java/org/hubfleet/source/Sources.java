package org.hubfleet.source;

import java.util.List;
import java.util.Optional;

/** The files of a config folder, sorted by path. */
public record Sources(List<SourceFile> files) {
  public Sources {
    files = List.copyOf(files);
  }

  /** The files of one kind, sorted by path. */
  public List<SourceFile> of(SourceFile.Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /** The file at that path. */
  public Optional<SourceFile> at(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
