package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hub that is applied only when its images are on all nodes. */
@Order(15)
@Tag("flux")
@ExtendWith(OnStage.class)
class FirstSetIT {
  @Test
  void aHubWaitsForItsImages(Stage stage) throws IOException {
    StageFleet three =
        stage
            .example()
            .withTwoHubs()
            .with(
                "communities/f-delta/hub.yaml",
                "cluster: west\ndepartures: {no-hook-puller: false}\n");
    stage.pods().hold("f-delta");
    stage.repository().commit(stage.compiled(three));

    String revision = stage.publish();

    stage.set("f-beta").awaitApplied(revision);
    stage.set("f-delta").awaitTrouble("DependencyNotReady", "f-delta.first");
    assertThat(stage.live("f-delta").objects())
        .containsKey("DaemonSet/hook-image-puller")
        .doesNotContainKey("Deployment/hub");

    stage.pods().release("f-delta");

    stage.set("f-delta.first").awaitApplied(revision);
    stage.set("f-delta").awaitApplied(revision);
    assertThat(stage.live("f-delta").objects()).containsKey("Deployment/hub");
  }
}
