package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class DanglingSelectorTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new DanglingSelector().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String PODS =
      "{kind: Deployment, metadata: {name: hub}, spec: {template: {metadata: {labels: {app: hub}}}}}";

  @Test
  void aServiceThatSelectsNoPodIsReported() {
    List<Diagnostic> found =
        inspect(
            Given.blueprint(),
            PODS,
            "{kind: Service, metadata: {name: hub}, spec: {selector: {app: hob}}}");

    assertThat(Given.told(found))
        .containsExactly(
            "hub/dangling-selector: Service/hub selects no pod: none has the labels app=hob");
  }

  @Test
  void policiesAndBudgetsAreHeldToTheSame() {
    assertThat(
            inspect(
                Given.blueprint(),
                PODS,
                "{kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {matchLabels: {app: b}}}}",
                "{kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: {matchExpressions: [{key: app, operator: In, values: [b]}]}}}"))
        .hasSize(2);
  }

  @Test
  void thePodsOfPeopleCount() {
    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {matchLabels: {component: singleuser-server}}}}"))
        .isEmpty();
  }

  @Test
  void aSelectorThatMatchesOrIsEmptyIsFine() {
    assertThat(
            inspect(
                Given.blueprint(),
                PODS,
                "{kind: Service, metadata: {name: a}, spec: {selector: {app: hub}}}",
                "{kind: Service, metadata: {name: b}, spec: {}}",
                "{kind: NetworkPolicy, metadata: {name: c}, spec: {podSelector: {}}}",
                "{kind: PodDisruptionBudget, metadata: {name: d}, spec: {selector: {matchExpressions: [{key: x, operator: DoesNotExist}]}}}"))
        .isEmpty();
  }
}
