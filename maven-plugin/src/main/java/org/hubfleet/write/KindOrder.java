package org.hubfleet.write;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hubfleet.render.Manifest;

/** The fixed order of objects in a file: what others refer to comes first. */
final class KindOrder {
  private static final List<String> ORDER =
      List.of(
          "Namespace",
          "PriorityClass",
          "StorageClass",
          "ServiceAccount",
          "ClusterRole",
          "ClusterRoleBinding",
          "Role",
          "RoleBinding",
          "Secret",
          "ConfigMap",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Service",
          "NetworkPolicy",
          "PodDisruptionBudget",
          "Job",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "Ingress",
          "HTTPRoute");
  private static final Set<String> ABOVE_A_HUB =
      Set.of(
          "Namespace",
          "PriorityClass",
          "StorageClass",
          "ClusterRole",
          "ClusterRoleBinding",
          "PersistentVolume");

  static final Comparator<Manifest> COMPARATOR =
      Comparator.comparingInt(KindOrder::rank)
          .thenComparing(Manifest::kind)
          .thenComparing(Manifest::name);

  private KindOrder() {}

  /**
   * Whether it is cluster-scoped or about the hub's account, so that it belongs to the platform.
   */
  static boolean isAboveAHub(Manifest manifest) {
    return manifest.isForFlux() || ABOVE_A_HUB.contains(manifest.kind());
  }

  private static int rank(Manifest manifest) {
    int at = ORDER.indexOf(manifest.kind());
    return at < 0 ? ORDER.size() : at;
  }
}
