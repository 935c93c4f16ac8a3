package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.models.V1KeyToPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A file of a volume that the cluster fills.
 *
 * @param path below the volume's folder
 */
record VolumeFile(String path, byte[] content, int mode) {
  private static final int DEFAULT_MODE = 0644;
  private static final String FAILED_MOUNT = "ContainerCreating";

  /**
   * The files that the keys of a Secret or ConfigMap become: those chosen, or all.
   *
   * @param source for messages, such as {@code secret "hub"}
   */
  static List<VolumeFile> of(
      String source,
      Map<String, byte[]> data,
      List<V1KeyToPath> items,
      Integer defaultMode,
      Boolean optional)
      throws NotYet {
    int mode = Objects.requireNonNullElse(defaultMode, DEFAULT_MODE);
    List<VolumeFile> files = new ArrayList<>();
    if (items == null || items.isEmpty()) {
      new TreeMap<>(data).forEach((key, content) -> files.add(new VolumeFile(key, content, mode)));
      return files;
    }
    for (V1KeyToPath item : items) {
      byte[] content = data.get(item.getKey());
      if (content == null && !Boolean.TRUE.equals(optional)) {
        throw new NotYet(FAILED_MOUNT, source + " references non-existent key: " + item.getKey());
      }
      if (content != null) {
        files.add(
            new VolumeFile(
                item.getPath(), content, Objects.requireNonNullElse(item.getMode(), mode)));
      }
    }
    return files;
  }

  static NotYet missing(String source) {
    return new NotYet(FAILED_MOUNT, "MountVolume.SetUp failed: " + source + " not found");
  }
}
