package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/** The files of a fleet that one hub is made of, as if it were alone and had other lines. */
final class OneHub {
  private OneHub() {}

  static Sources of(Sources sources, String path, Mapping lines) {
    SourceFile own = new SourceFile(SourceFile.Kind.HUB, path, "", Optional.of(lines));
    Optional<String> cluster = lines.get("cluster").flatMap(node -> node.string());
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      boolean needed =
          switch (file.kind()) {
            case FLEET, DISTRIBUTION -> true;
            case CLUSTER -> cluster.isEmpty() || cluster.get().equals(file.name());
            case COMMUNITY -> file.community().equals(own.community());
            case HUB, SECRET -> false;
          };
      if (needed) {
        files.add(file);
      }
    }
    files.add(own);
    files.sort(Comparator.comparing(SourceFile::path));
    return new Sources(files, sources.attachments());
  }
}
