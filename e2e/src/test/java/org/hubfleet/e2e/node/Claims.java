package org.hubfleet.e2e.node;

import io.kubernetes.client.informer.SharedIndexInformer;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1HostPathVolumeSource;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1ObjectReference;
import io.kubernetes.client.openapi.models.V1PersistentVolume;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimList;
import io.kubernetes.client.openapi.models.V1PersistentVolumeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * Plays the storage behind the claims: a folder for each, offered as a volume to that claim alone.
 * The real controllers bind them.
 */
final class Claims {
  private final Connection connection;
  private final Path folder;
  private final SharedIndexInformer<V1PersistentVolumeClaim> claims;
  private final Set<String> offered = new HashSet<>();

  Claims(Connection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
    this.claims =
        connection.watch(
            p ->
                connection
                    .core()
                    .listPersistentVolumeClaimForAllNamespaces()
                    .resourceVersion(p.resourceVersion)
                    .timeoutSeconds(p.timeoutSeconds)
                    .watch(p.watch)
                    .buildCall(null),
            V1PersistentVolumeClaim.class,
            V1PersistentVolumeClaimList.class);
  }

  /** The folder of a claim. */
  Path of(String namespace, String name) {
    return folder.resolve(namespace).resolve(name);
  }

  /** Offers a volume to every claim of a namespace that has none. */
  void reconcile(Set<String> namespaces) throws ApiException {
    for (V1PersistentVolumeClaim claim : claims.getIndexer().list()) {
      V1ObjectMeta about = claim.getMetadata();
      if (namespaces.contains(about.getNamespace())
          && about.getDeletionTimestamp() == null
          && offered.add(about.getUid())) {
        Path place = place(about.getNamespace(), about.getName());
        if (claim.getSpec().getVolumeName() == null) {
          connection.core().createPersistentVolume(volume(claim, place)).execute();
        }
      }
    }
  }

  /** A folder for all to write; also that of a file server, which a claim may name itself. */
  private Path place(String namespace, String name) {
    Path place = of(namespace, name);
    try {
      Files.createDirectories(place);
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
      return place;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private V1PersistentVolume volume(V1PersistentVolumeClaim claim, Path place) {
    V1ObjectMeta about = claim.getMetadata();
    return new V1PersistentVolume()
        .metadata(new V1ObjectMeta().name("suite-" + about.getUid()))
        .spec(
            new V1PersistentVolumeSpec()
                .storageClassName(claim.getSpec().getStorageClassName())
                .accessModes(claim.getSpec().getAccessModes())
                .capacity(claim.getSpec().getResources().getRequests())
                .persistentVolumeReclaimPolicy("Retain")
                .hostPath(new V1HostPathVolumeSource().path(place.toString()))
                .claimRef(
                    new V1ObjectReference()
                        .kind("PersistentVolumeClaim")
                        .namespace(about.getNamespace())
                        .name(about.getName())
                        .uid(about.getUid())));
  }
}
