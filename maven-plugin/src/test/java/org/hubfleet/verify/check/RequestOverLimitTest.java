package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class RequestOverLimitTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new RequestOverLimit().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static String pod(String requests, String limits) {
    return "{kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, resources: {requests: {"
        + requests
        + "}, limits: {"
        + limits
        + "}}}]}}";
  }

  @Test
  void aRequestAboveItsLimitIsReported() {
    assertThat(Given.told(inspect(Given.blueprint(), pod("memory: 2Gi", "memory: 2000M"))))
        .containsExactly(
            "hub/request-over-limit: Pod/a: the container \"c\" asks for 2Gi of memory but may use"
                + " no more than 2000M");
  }

  @Test
  void equalAmountsInOtherWordsAreFine() {
    assertThat(
            inspect(
                Given.blueprint(),
                pod("memory: 1Gi, cpu: 500m", "memory: 1024Mi, cpu: 0.5"),
                pod("cpu: 1", "")))
        .isEmpty();
  }

  @Test
  void whatCannotBeSharedNeedsAnEqualLimit() {
    assertThat(inspect(Given.blueprint(), pod("nvidia.com/gpu: 1", "nvidia.com/gpu: 1"))).isEmpty();
    assertThat(inspect(Given.blueprint(), pod("nvidia.com/gpu: 1", "nvidia.com/gpu: 2")))
        .hasSize(1);
    assertThat(inspect(Given.blueprint(), pod("nvidia.com/gpu: 1", ""))).hasSize(1);
  }

  @Test
  void aPatchedPlaceholderIsHeldToItsLimitToo() {
    String placeholder =
        "{kind: StatefulSet, metadata: {name: a}, spec: {template: {metadata: {labels: {component: user-placeholder}}, spec: {containers: [{name: c, resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}}]}}}}";
    Blueprint wrong =
        Given.blueprint(Given.hub(), "{singleuser: {memory: {guarantee: 2G, limit: 1G}}}");

    assertThat(inspect(Given.blueprint(), placeholder)).hasSize(1);
    assertThat(Given.told(inspect(wrong, placeholder)))
        .noneMatch(told -> told.contains("StatefulSet/a"));
  }
}
