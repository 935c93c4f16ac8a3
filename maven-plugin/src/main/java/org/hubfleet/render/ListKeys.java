package org.hubfleet.render;

import java.util.List;
import java.util.Map;

/**
 * The keys by which the API merges lists of maps; lists not named here are replaced whole.
 *
 * <p>Source: {@code x-kubernetes-list-map-keys} and {@code x-kubernetes-patch-merge-key} of
 * Kubernetes 1.34.
 */
public final class ListKeys {
  private static final List<String> NAME = List.of("name");
  private static final Map<String, List<String>> BY_FIELD =
      Map.ofEntries(
          Map.entry("containers", NAME),
          Map.entry("initContainers", NAME),
          Map.entry("ephemeralContainers", NAME),
          Map.entry("volumes", NAME),
          Map.entry("env", NAME),
          Map.entry("imagePullSecrets", NAME),
          Map.entry("resourceClaims", NAME),
          Map.entry("schedulingGates", NAME),
          Map.entry("secrets", NAME),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")));
  private static final List<String> CONTAINER_PORT = List.of("containerPort", "protocol");
  private static final List<String> SERVICE_PORT = List.of("port", "protocol");

  private ListKeys() {}

  /** The keys of the list in that field; empty when it is replaced whole. */
  public static List<String> of(String field, boolean hasContainerPorts) {
    if (field.equals("ports")) {
      return hasContainerPorts ? CONTAINER_PORT : SERVICE_PORT;
    }
    return BY_FIELD.getOrDefault(field, List.of());
  }
}
