package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class LosableVolumeTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new LosableVolume().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String HOMES = "{singleuser: {storage: {type: dynamic}}}";

  private static Blueprint on(String cluster) {
    return Given.blueprint(Given.hub("cluster: west", cluster), HOMES);
  }

  @Test
  void homesOnAClassNotStatedToBeRetainedAreReported() {
    List<Diagnostic> found =
        inspect(
            on(
                "{purpose: production, storage: {default: fast, classes: {fast: {reclaimPolicy: Delete}}}}"));

    assertThat(Given.told(found))
        .containsExactly(
            "hub/losable-volume: the homes of a production hub take the storage class \"fast\","
                + " which config/clusters/west.yaml does not state to be Retain");
    assertThat(found).noneMatch(Diagnostic::isError);
  }

  @Test
  void aDefaultClassThatIsNotKnownIsReported() {
    assertThat(inspect(on("{purpose: production}"))).hasSize(1);
  }

  @Test
  void aRetainedClassAndATestClusterAreFine() {
    assertThat(
            inspect(
                on(
                    "{purpose: production, storage: {default: fast, classes: {fast: {reclaimPolicy: Retain}}}}")))
        .isEmpty();
    assertThat(inspect(on("{purpose: test}"))).isEmpty();
  }

  @Test
  void theHubsOwnClaimIsHeldToTheSame() {
    assertThat(
            inspect(
                Given.blueprint(Given.hub("cluster: west", "{purpose: production}"), "{}"),
                "{kind: PersistentVolumeClaim, metadata: {name: hub-db-dir}, spec: {storageClassName: fast}}"))
        .hasSize(1);
  }
}
