package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class UnknownPortTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new UnknownPort().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String POD =
      "{kind: Deployment, metadata: {name: hub}, spec: {template: {metadata: {labels: {app: hub}}, spec: {containers: [{name: hub, ports: [{name: http, containerPort: 8081}], livenessProbe: {httpGet: {port: %s}}}]}}}}";
  private static final String SERVICE =
      "{kind: Service, metadata: {name: hub}, spec: {selector: {app: hub}, ports: [{port: 80, targetPort: %s}]}}";

  @Test
  void aProbeOfAnUnknownPortIsReported() {
    List<Diagnostic> found = inspect(Given.blueprint(), POD.formatted("htp"));

    assertThat(Given.told(found))
        .containsExactly(
            "hub/unknown-port: Deployment/hub speaks of the port \"htp\", which no container has");
    assertThat(Given.hint(found)).contains("did you mean \"http\"?");
  }

  @Test
  void aServiceToAnUnknownPortIsReported() {
    assertThat(inspect(Given.blueprint(), POD.formatted("http"), SERVICE.formatted("api")))
        .hasSize(1);
  }

  @Test
  void namesThatAreThereAndNumbersAreFine() {
    assertThat(
            inspect(
                Given.blueprint(),
                POD.formatted("http"),
                SERVICE.formatted("http"),
                SERVICE.formatted("9")))
        .isEmpty();
  }

  @Test
  void aPolicySpeaksOfPortsOfThePodsItIsAbout() {
    String policy =
        "{kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {matchLabels: {app: hub}}, ingress: [{ports: [{port: %s}]}], egress: [{ports: [{port: notebook-port}]}]}}";

    assertThat(inspect(Given.blueprint(), POD.formatted("http"), policy.formatted("http")))
        .isEmpty();
    assertThat(inspect(Given.blueprint(), POD.formatted("http"), policy.formatted("notebook-port")))
        .hasSize(1);
  }
}
