package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.AuthenticationV1TokenRequest;
import io.kubernetes.client.openapi.models.V1BoundObjectReference;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1DownwardAPIVolumeFile;
import io.kubernetes.client.openapi.models.V1KeyToPath;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1ServiceAccountTokenProjection;
import io.kubernetes.client.openapi.models.V1TokenRequestSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeProjection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The contents of the volumes that the cluster fills: ConfigMap, Secret, projected, downward. */
final class VolumeFiles {
  private final Connection connection;

  VolumeFiles(Connection connection) {
    this.connection = connection;
  }

  /** The files of a volume; absent when it is of another kind. */
  Optional<List<VolumeFile>> of(V1Pod pod, V1Volume volume, String address)
      throws ApiException, NotYet {
    if (volume.getConfigMap() != null) {
      var map = volume.getConfigMap();
      return Optional.of(
          configMap(pod, map.getName(), map.getItems(), map.getDefaultMode(), map.getOptional()));
    }
    if (volume.getSecret() != null) {
      var secret = volume.getSecret();
      return Optional.of(
          secret(
              pod,
              secret.getSecretName(),
              secret.getItems(),
              secret.getDefaultMode(),
              secret.getOptional()));
    }
    if (volume.getDownwardAPI() != null) {
      return Optional.of(downward(pod, volume.getDownwardAPI().getItems(), address));
    }
    if (volume.getProjected() != null) {
      List<VolumeFile> all = new ArrayList<>();
      Integer mode = volume.getProjected().getDefaultMode();
      for (V1VolumeProjection source : Variables.given(volume.getProjected().getSources())) {
        all.addAll(projection(pod, source, mode, address));
      }
      return Optional.of(all);
    }
    return Optional.empty();
  }

  private List<VolumeFile> projection(
      V1Pod pod, V1VolumeProjection source, Integer mode, String address)
      throws ApiException, NotYet {
    if (source.getConfigMap() != null) {
      var map = source.getConfigMap();
      return configMap(pod, map.getName(), map.getItems(), mode, map.getOptional());
    }
    if (source.getSecret() != null) {
      var secret = source.getSecret();
      return secret(pod, secret.getName(), secret.getItems(), mode, secret.getOptional());
    }
    if (source.getDownwardAPI() != null) {
      return downward(pod, source.getDownwardAPI().getItems(), address);
    }
    if (source.getServiceAccountToken() != null) {
      return List.of(token(pod, source.getServiceAccountToken()));
    }
    throw new IllegalStateException("not played: projection " + source);
  }

  private List<VolumeFile> configMap(
      V1Pod pod, String name, List<V1KeyToPath> items, Integer mode, Boolean optional)
      throws ApiException, NotYet {
    String source = "configmap \"" + name + "\"";
    Optional<V1ConfigMap> found = connection.configMap(pod.getMetadata().getNamespace(), name);
    if (found.isEmpty() && !Boolean.TRUE.equals(optional)) {
      throw VolumeFile.missing(source);
    }
    Map<String, byte[]> data = new HashMap<>();
    found
        .map(V1ConfigMap::getData)
        .ifPresent(
            texts ->
                texts.forEach((key, text) -> data.put(key, text.getBytes(StandardCharsets.UTF_8))));
    found.map(V1ConfigMap::getBinaryData).ifPresent(data::putAll);
    return VolumeFile.of(source, data, items, mode, optional);
  }

  private List<VolumeFile> secret(
      V1Pod pod, String name, List<V1KeyToPath> items, Integer mode, Boolean optional)
      throws ApiException, NotYet {
    String source = "secret \"" + name + "\"";
    Optional<V1Secret> found = connection.secret(pod.getMetadata().getNamespace(), name);
    if (found.isEmpty() && !Boolean.TRUE.equals(optional)) {
      throw VolumeFile.missing(source);
    }
    Map<String, byte[]> data = found.map(V1Secret::getData).orElse(Map.of());
    return VolumeFile.of(source, data, items, mode, optional);
  }

  private static List<VolumeFile> downward(
      V1Pod pod, List<V1DownwardAPIVolumeFile> items, String address) {
    return Variables.given(items).stream()
        .map(
            item ->
                new VolumeFile(
                    item.getPath(),
                    PodFields.of(pod, item.getFieldRef().getFieldPath(), address)
                        .getBytes(StandardCharsets.UTF_8),
                    Objects.requireNonNullElse(item.getMode(), 0644)))
        .toList();
  }

  /** A token of the pod's account, bound to the pod, as the kubelet asks for it. */
  private VolumeFile token(V1Pod pod, V1ServiceAccountTokenProjection wanted) throws ApiException {
    V1TokenRequestSpec spec =
        new V1TokenRequestSpec()
            .audiences(wanted.getAudience() == null ? List.of() : List.of(wanted.getAudience()))
            .expirationSeconds(wanted.getExpirationSeconds())
            .boundObjectRef(
                new V1BoundObjectReference()
                    .apiVersion("v1")
                    .kind("Pod")
                    .name(pod.getMetadata().getName())
                    .uid(pod.getMetadata().getUid()));
    String token =
        connection
            .core()
            .createNamespacedServiceAccountToken(
                pod.getSpec().getServiceAccountName(),
                pod.getMetadata().getNamespace(),
                new AuthenticationV1TokenRequest().spec(spec))
            .execute()
            .getStatus()
            .getToken();
    return new VolumeFile(wanted.getPath(), token.getBytes(StandardCharsets.UTF_8), 0644);
  }
}
