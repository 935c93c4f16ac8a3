package org.hubfleet.deploy;

import org.hubfleet.compare.Part;

/** What is left of a hub that is gone: {@code <cluster>/tombstones/<hub>.yaml}. */
final class Tombstone {
  private static final String FOLDER = "/tombstones/";

  private Tombstone() {}

  /** Where that of a hub stands. */
  static String path(Part hub) {
    return hub.cluster().orElseThrow() + FOLDER + hub.hub().orElseThrow() + ".yaml";
  }

  /** Whether the path is that of one. */
  static boolean isTombstone(String path) {
    int at = path.indexOf('/');
    return at > 0 && path.startsWith(FOLDER, at) && path.indexOf('/', at + FOLDER.length()) < 0;
  }
}
