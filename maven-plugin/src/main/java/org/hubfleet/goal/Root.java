package org.hubfleet.goal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder that holds {@code config/}. */
public final class Root {
  private Root() {}

  /**
   * The nearest folder, from that one upwards, that holds a fleet in {@code config/}; the folder
   * itself when there is none.
   */
  public static Path above(Path start) {
    Path from = start.toAbsolutePath().normalize();
    Optional<Path> found = Optional.empty();
    for (Path folder = from; folder != null && found.isEmpty(); folder = folder.getParent()) {
      Path config = folder.resolve("config");
      boolean fleet =
          Files.isRegularFile(config.resolve("fleet.yaml"))
              || (Files.isDirectory(config.resolve("communities"))
                  && Files.isDirectory(config.resolve("clusters")));
      found = fleet ? Optional.of(folder) : Optional.empty();
    }
    return found.orElse(from);
  }
}
