package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The volumes of a pod as folders, and where its container has them. */
final class Volumes {
  private static final int GROUP_WRITABLE = 02775;
  private static final int OPEN = 0777;

  private final VolumeFiles files;
  private final Claims claims;

  Volumes(Connection connection, Claims claims) {
    this.files = new VolumeFiles(connection);
    this.claims = claims;
  }

  /** A file or folder and where the container sees it. */
  record Mount(Path source, String path, boolean isReadOnly) {}

  /**
   * Makes the volumes of a pod below a folder; {@link NotYet} when something they need is not
   * there. The order of the mounts is the container's.
   */
  List<Mount> of(
      V1Pod pod, V1Container container, String address, Map<String, String> variables, Path folder)
      throws ApiException, IOException, NotYet {
    Map<String, Path> sources = new HashMap<>();
    for (V1Volume volume : Variables.given(pod.getSpec().getVolumes())) {
      sources.put(volume.getName(), make(pod, volume, address, folder));
    }
    List<Mount> mounts = new ArrayList<>();
    for (V1VolumeMount mount : Variables.given(container.getVolumeMounts())) {
      Path source = sources.get(mount.getName());
      mounts.add(
          new Mount(
              below(source, mount, variables),
              mount.getMountPath(),
              Boolean.TRUE.equals(mount.getReadOnly()) || !isWritable(pod, mount.getName())));
    }
    return mounts;
  }

  private Path make(V1Pod pod, V1Volume volume, String address, Path folder)
      throws ApiException, IOException, NotYet {
    Long group =
        pod.getSpec().getSecurityContext() == null
            ? null
            : pod.getSpec().getSecurityContext().getFsGroup();
    Optional<List<VolumeFile>> filled = files.of(pod, volume, address);
    if (volume.getPersistentVolumeClaim() != null) {
      String claim = volume.getPersistentVolumeClaim().getClaimName();
      return claims.of(pod.getMetadata().getNamespace(), claim);
    }
    if (filled.isEmpty() && volume.getEmptyDir() == null) {
      throw new IllegalStateException("not played: volume " + volume);
    }
    Path place = Files.createDirectories(folder.resolve(volume.getName()));
    for (VolumeFile file : filled.orElse(List.of())) {
      Path target = place.resolve(file.path());
      Files.createDirectories(target.getParent());
      Ownership.give(Files.write(target, file.content()), file.mode(), group);
    }
    return filled.isPresent()
        ? place
        : Ownership.give(place, group == null ? OPEN : GROUP_WRITABLE, group);
  }

  /** Volumes that the cluster fills are read-only, whatever the mount says. */
  private static boolean isWritable(V1Pod pod, String name) {
    return pod.getSpec().getVolumes().stream()
        .filter(volume -> volume.getName().equals(name))
        .anyMatch(
            volume -> volume.getEmptyDir() != null || volume.getPersistentVolumeClaim() != null);
  }

  /** A folder below a volume, which the kubelet makes with the volume's own mode. */
  private static Path below(Path source, V1VolumeMount mount, Map<String, String> variables)
      throws IOException, NotYet {
    String path =
        mount.getSubPathExpr() != null
            ? Variables.expanded(mount.getSubPathExpr(), variables)
            : mount.getSubPath();
    if (path == null || path.isEmpty()) {
      return source;
    }
    Path place = source;
    for (Path step : Path.of(path)) {
      int mode = Ownership.mode(place);
      place = place.resolve(step);
      if (!Files.exists(place)) {
        Ownership.give(Files.createDirectory(place), mode, null);
      }
    }
    return place;
  }
}
