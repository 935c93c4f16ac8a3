package org.hubfleet.e2e.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The arithmetic by which the schedulers are judged, on plain values. */
@Tag("scheduler")
class ResourcesIT {
  private static final Resources NODE = amounts("{cpu: 3920m, memory: 28Gi, pods: 110}");

  @Test
  void theShortestResourceDecides() {
    Resources server = pod("containers: [{resources: {requests: {cpu: 1, memory: 4Gi}}}]");

    assertThat(NODE.times(server)).isEqualTo(3);
    assertThat(NODE.shortOf(server)).containsExactly("cpu");
  }

  @Test
  void aLimitWithoutARequestIsReserved() {
    Resources server =
        pod("containers: [{resources: {limits: {cpu: 3.5}, requests: {memory: 4Gi}}}]");

    assertThat(NODE.times(server)).isEqualTo(1);
  }

  @Test
  void aFirstContainerCountsWhereItAsksForMore() {
    Resources server =
        pod(
            """
            initContainers: [{resources: {requests: {memory: 20Gi}}}]
            containers: [{resources: {requests: {memory: 4Gi}}}, {resources: {requests: {memory: 1Gi}}}]
            """);

    assertThat(NODE.times(server)).isEqualTo(1);
  }

  @Test
  void aFirstContainerThatStaysCountsBesideTheOthers() {
    Resources server =
        pod(
            """
            initContainers: [{restartPolicy: Always, resources: {requests: {memory: 10Gi}}}]
            containers: [{resources: {requests: {memory: 5Gi}}}]
            """);

    assertThat(NODE.times(server)).isEqualTo(1);
    assertThat(NODE.minus(server).times(server)).isZero();
  }

  @Test
  void aNodeTakesNoMorePodsThanItHasPlaces() {
    Resources server = pod("containers: [{}]");

    assertThat(NODE.times(server)).isEqualTo(110);
    assertThat(NODE.shortOf(server)).containsExactly("pods");
  }

  @Test
  void whatANodeDoesNotHaveFitsNever() {
    Resources server = pod("containers: [{resources: {limits: {nvidia.com/gpu: 1}}}]");

    assertThat(NODE.times(server)).isZero();
  }

  private static Resources pod(String spec) {
    return Resources.ofPod(Tree.of("spec:\n" + spec.strip().indent(2)));
  }

  private static Resources amounts(String text) {
    return Resources.of(Optional.of(Tree.of(text)));
  }
}
