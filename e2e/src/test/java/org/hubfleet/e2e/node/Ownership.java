package org.hubfleet.e2e.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mode and group of a file, as a volume gives them. */
final class Ownership {
  private Ownership() {}

  static Path give(Path path, int mode, Long group) throws IOException {
    Files.setAttribute(path, "unix:mode", mode);
    if (group != null) {
      Files.setAttribute(path, "unix:gid", group.intValue());
    }
    return path;
  }

  static int mode(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:mode") & 0xFFF;
  }
}
