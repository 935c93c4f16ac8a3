package org.hubfleet.e2e.scheduler;

import java.time.Duration;
import java.util.List;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Deadline;

/** An empty cluster, as far as pods go: what runs in other namespaces would take their room. */
final class Floor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> WORKLOADS =
      List.of(
          "/apis/apps/v1/namespaces/%s/deployments",
          "/apis/apps/v1/namespaces/%s/statefulsets",
          "/apis/apps/v1/namespaces/%s/daemonsets",
          "/apis/apps/v1/namespaces/%s/replicasets",
          "/apis/batch/v1/namespaces/%s/jobs");

  private Floor() {}

  /** Removes all workloads and pods; all else stays. */
  static void sweep(Api api) {
    List<String> namespaces =
        api.list("/api/v1/namespaces").stream()
            .map(namespace -> Tree.text(namespace, "metadata.name"))
            .filter(namespace -> !namespace.startsWith("kube-"))
            .toList();
    for (String namespace : namespaces) {
      WORKLOADS.forEach(path -> api.remove(path.formatted(namespace)));
    }
    Deadline.after(PATIENCE)
        .await(
            "no pod is left",
            () -> {
              namespaces.forEach(namespace -> api.remove(Placed.path(namespace)));
              return api.list("/api/v1/pods").isEmpty();
            });
  }
}
