package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class SelectorMissesTemplateTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new SelectorMissesTemplate()
        .inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static String deployment(String label) {
    return "{kind: Deployment, metadata: {name: hub}, spec: {selector: {matchLabels: {app: hub}}, template: {metadata: {labels: {app: "
        + label
        + "}}, spec: {}}}}";
  }

  @Test
  void aWorkloadThatDoesNotSelectItsOwnPodsIsReported() {
    assertThat(Given.told(inspect(Given.blueprint(), deployment("hob"))))
        .containsExactly(
            "hub/selector-misses-template: Deployment/hub: its pods lack the labels it selects, app=hub");
  }

  @Test
  void aWorkloadThatDoesIsFine() {
    assertThat(inspect(Given.blueprint(), deployment("hub"))).isEmpty();
  }
}
