package org.hubfleet.deploy;

import java.nio.file.Path;
import java.util.Optional;
import org.hubfleet.model.Fleet;

/**
 * Which deployment repository a run is about.
 *
 * @param config the folder of the fleet
 * @param repository where it is; by default what the fleet says
 * @param branch of it; by default what the fleet says
 */
public record Inquiry(
    Path config, Fleet fleet, Optional<String> repository, Optional<String> branch) {
  /** The folder that holds {@code config/}, to which relative folders are relative. */
  Path root() {
    Path parent = config.toAbsolutePath().normalize().getParent();
    return parent == null ? config : parent;
  }
}
