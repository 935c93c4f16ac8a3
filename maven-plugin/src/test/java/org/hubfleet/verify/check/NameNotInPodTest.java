package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class NameNotInPodTest {
  private static List<Diagnostic> inspect(String document) {
    return new NameNotInPod().inspect(new HubObjects(Given.blueprint(), Given.manifests(document)));
  }

  @Test
  void aClaimThatThePodDoesNotHaveIsReportedWithTheNearest() {
    List<Diagnostic> found =
        inspect(
            "{kind: Pod, metadata: {name: a}, spec: {resourceClaims: [{name: card}], containers: [{name: c, resources: {claims: [{name: cart}]}}]}}");

    assertThat(Given.told(found))
        .containsExactly(
            "hub/name-not-in-pod: Pod/a names the claim \"cart\", which the pod does not have");
    assertThat(Given.hint(found)).contains("did you mean \"card\"?");
  }

  @Test
  void aClaimOfThePodIsFine() {
    assertThat(
            inspect(
                "{kind: Pod, metadata: {name: a}, spec: {resourceClaims: [{name: card}], containers: [{name: c, resources: {claims: [{name: card}]}}]}}"))
        .isEmpty();
  }

  @Test
  void theExitCodesOfAMissingContainerAreReported() {
    String job =
        "{kind: Job, metadata: {name: a}, spec: {podFailurePolicy: {rules: [{onExitCodes: {containerName: %s}}]}, template: {spec: {containers: [{name: main}]}}}}";

    assertThat(inspect(job.formatted("main"))).isEmpty();
    assertThat(Given.told(inspect(job.formatted("other"))))
        .containsExactly(
            "hub/name-not-in-pod: Job/a names the container \"other\", which the pod does not have");
  }
}
