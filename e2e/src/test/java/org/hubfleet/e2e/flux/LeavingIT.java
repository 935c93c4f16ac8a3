package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The set above all others is deleted by hand. Comes last: it clears the stage. */
@Order(19)
@Tag("flux")
@ExtendWith(OnStage.class)
class LeavingIT {
  @Test
  void whoDeletesTheSetOfTheClusterLeavesTheHubsRunning(Stage stage) throws IOException {
    stage.apply(stage.example().withTwoHubs());

    stage.api().delete(stage.set("hubs.cluster").path());
    stage.set("hubs.cluster").awaitGone();

    assertThat(stage.set("f-alpha").exists()).isTrue();
    assertThat(stage.set("hubs.platform").exists()).isTrue();
    assertThat(stage.live("f-alpha").objects()).containsKey("Deployment/hub");
    clear(stage);
  }

  private static void clear(Stage stage) {
    for (Node namespace : stage.api().list("/api/v1/namespaces")) {
      String name = FluxSet.text(namespace, "metadata.name");
      if (name.startsWith(StageFleet.PREFIX)) {
        stage.api().delete("/api/v1/namespaces/" + name);
      }
    }
  }
}
