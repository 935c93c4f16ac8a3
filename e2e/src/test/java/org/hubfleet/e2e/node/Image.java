package org.hubfleet.e2e.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What stands in for an image.
 *
 * @param entry the first words of every command that does not replace them
 * @param command the words that follow when the pod gives no arguments
 * @param variables of the image
 * @param programs folders and files of the machine that have to be seen at the same path
 * @param links files of the machine at another path
 * @param folders that the image brings, which belong to its user
 */
record Image(
    List<String> entry,
    List<String> command,
    Map<String, String> variables,
    List<Path> programs,
    Map<String, Path> links,
    List<String> folders,
    String workdir,
    long user,
    long group) {
  /** An image whose program does nothing: no process is started for it. */
  static final Image PAUSE =
      new Image(List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of(), "/", 65535, 65535);

  boolean isPause() {
    return equals(PAUSE);
  }
}
