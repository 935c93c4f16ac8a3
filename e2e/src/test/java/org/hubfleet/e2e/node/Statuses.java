package org.hubfleet.e2e.node;

import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerState;
import io.kubernetes.client.openapi.models.V1ContainerStateRunning;
import io.kubernetes.client.openapi.models.V1ContainerStateTerminated;
import io.kubernetes.client.openapi.models.V1ContainerStateWaiting;
import io.kubernetes.client.openapi.models.V1ContainerStatus;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodCondition;
import io.kubernetes.client.openapi.models.V1PodIP;
import io.kubernetes.client.openapi.models.V1PodStatus;
import io.kubernetes.client.util.PatchUtils;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reports the state of one pod to the API server. */
final class Statuses {
  private final Connection connection;
  private final V1Pod pod;
  private final String address;
  private final OffsetDateTime start = OffsetDateTime.now();
  private OffsetDateTime lastStart = start;
  private Optional<V1ContainerState> before = Optional.empty();
  private int restarts;

  Statuses(Connection connection, V1Pod pod, String address) {
    this.connection = connection;
    this.pod = pod;
    this.address = address;
  }

  void waiting(String reason, String message) throws ApiException {
    report(
        "Pending",
        new V1ContainerState()
            .waiting(new V1ContainerStateWaiting().reason(reason).message(message)),
        false);
  }

  void running(boolean isReady) throws ApiException {
    report(
        "Running",
        new V1ContainerState().running(new V1ContainerStateRunning().startedAt(lastStart)),
        isReady);
  }

  /** The container ended and is about to start again. */
  void restarting(int exit) throws ApiException {
    before = Optional.of(terminated(exit));
    restarts++;
    lastStart = OffsetDateTime.now();
    report(
        "Running",
        new V1ContainerState()
            .waiting(
                new V1ContainerStateWaiting()
                    .reason("CrashLoopBackOff")
                    .message("back-off restarting failed container, it ended with " + exit)),
        false);
  }

  void ended(int exit) throws ApiException {
    report(exit == 0 ? "Succeeded" : "Failed", terminated(exit), false);
  }

  private V1ContainerState terminated(int exit) {
    return new V1ContainerState()
        .terminated(
            new V1ContainerStateTerminated()
                .exitCode(exit)
                .reason(exit == 0 ? "Completed" : "Error")
                .startedAt(lastStart)
                .finishedAt(OffsetDateTime.now()));
  }

  private void report(String phase, V1ContainerState state, boolean isReady) throws ApiException {
    V1Container container = pod.getSpec().getContainers().get(0);
    V1ContainerStatus status =
        new V1ContainerStatus()
            .name(container.getName())
            .image(container.getImage())
            .imageID("")
            .ready(isReady)
            .started(state.getRunning() != null)
            .restartCount(restarts)
            .state(state);
    before.ifPresent(status::lastState);
    V1Pod change =
        new V1Pod()
            .status(
                new V1PodStatus()
                    .phase(phase)
                    .startTime(start)
                    .hostIP(PodNetwork.GATEWAY)
                    .podIP(address)
                    .podIPs(List.of(new V1PodIP().ip(address)))
                    .conditions(
                        List.of(
                            condition("Initialized", true),
                            condition("ContainersReady", isReady),
                            condition("Ready", isReady)))
                    .containerStatuses(List.of(status)));
    PatchUtils.patch(
        V1Pod.class,
        () ->
            connection
                .core()
                .patchNamespacedPodStatus(
                    pod.getMetadata().getName(),
                    pod.getMetadata().getNamespace(),
                    new V1Patch(connection.client().getJSON().serialize(change)))
                .buildCall(null),
        V1Patch.PATCH_FORMAT_STRATEGIC_MERGE_PATCH,
        connection.client());
  }

  private static V1PodCondition condition(String type, boolean holds) {
    return new V1PodCondition()
        .type(type)
        .status(holds ? "True" : "False")
        .lastTransitionTime(OffsetDateTime.now());
  }
}
