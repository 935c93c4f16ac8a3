package org.hubfleet.compiler;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to compile.
 *
 * @param config the config folder
 * @param cluster narrows to the hubs of one cluster
 * @param hub narrows to one hub, by id or {@code community/file}
 * @param date today as the fleet sees it, {@code YYYY-MM-DD}; by default {@code asOf} of {@code
 *     fleet.yaml}
 * @param drafts files of the config folder that are not written yet: texts by path, relative to the
 *     folder that holds {@code config/}
 */
public record Request(
    Path config,
    Optional<String> cluster,
    Optional<String> hub,
    Optional<String> date,
    Map<String, String> drafts) {
  public Request {
    drafts = Map.copyOf(drafts);
  }

  /** All files as they are written. */
  public Request(
      Path config, Optional<String> cluster, Optional<String> hub, Optional<String> date) {
    this(config, cluster, hub, date, Map.of());
  }

  /** All of a config folder. */
  public static Request of(Path config) {
    return new Request(config, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it is about a part of the fleet only. */
  public boolean isNarrowed() {
    return cluster.isPresent() || hub.isPresent();
  }
}
