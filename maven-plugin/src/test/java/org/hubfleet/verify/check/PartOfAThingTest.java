package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class PartOfAThingTest {
  private static List<String> told(String document) {
    return Given.told(
        new PartOfAThing().inspect(new HubObjects(Given.blueprint(), Given.manifests(document))));
  }

  private static String pod(String limits) {
    return "{kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, resources: {limits: {"
        + limits
        + "}}}]}}";
  }

  @Test
  void halfACardIsReported() {
    assertThat(told(pod("nvidia.com/gpu: 500m")))
        .containsExactly(
            "hub/part-of-a-thing: Pod/a: the container \"c\" counts a part of nvidia.com/gpu,"
                + " which comes whole");
  }

  @Test
  void wholeCardsAndPartsOfProcessorsAreFine() {
    assertThat(told(pod("nvidia.com/gpu: 1k, cpu: 500m, memory: 1.5Gi"))).isEmpty();
  }

  @Test
  void aQuotaCountsWholeThings() {
    assertThat(told("{kind: ResourceQuota, metadata: {name: q}, spec: {hard: {a.org/b: 0.5}}}"))
        .hasSize(1);
  }
}
