package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commits that no run of ours would make: what one broken file does to the others. */
@Order(12)
@Tag("flux")
@ExtendWith(OnStage.class)
class TroubleIT {
  private static final String MORE = "{proxy: {chp: {resources: {requests: {memory: 81Mi}}}}}";

  @Test
  void aBrokenHubDoesNotStopItsNeighbours(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    SortedMap<String, String> files = new TreeMap<>(stage.compiled(two.withHub("f-beta", MORE)));
    files.computeIfPresent(
        "west/hubs/f-alpha/proxy.yaml",
        (path, text) -> text.replace("replicas: 1", "replicas: many"));

    String revision = stage.commit(files);

    stage.set("f-beta").awaitApplied(revision);
    stage.set("f-alpha").awaitTrouble("ReconciliationFailed", "proxy");
    assertThat(stage.live("f-alpha").objects()).containsKey("Deployment/proxy");
    stage.apply(two);
  }

  @Test
  void hubsWaitForWhatLiesAboveThem(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    String before = stage.apply(two);
    SortedMap<String, String> files = new TreeMap<>(stage.compiled(two.withHub("f-beta", MORE)));
    files.computeIfPresent(
        "west/platform/f-alpha.yaml",
        (path, text) -> text.replace("kind: ClusterRole\n", "kind: ClusterRoll\n"));

    String revision = stage.commit(files);

    stage.set("hubs.platform").awaitTrouble("ClusterRoll");
    stage.set("f-beta").awaitTrouble("DependencyNotReady", "hubs.platform");
    assertThat(stage.set("hubs.cluster").applied()).isEqualTo(revision);
    assertThat(stage.set("f-beta").applied()).isEqualTo(before);
    stage.apply(two);
  }

  @Test
  void aHubThatIsSuspendedByHandStaysSo(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    String before = stage.apply(two);
    stage
        .api()
        .merge(
            stage.set("f-alpha").path() + "?fieldManager=flux", "{\"spec\": {\"suspend\": true}}");

    stage.repository().commit(stage.compiled(two.withHub("f-alpha", MORE).withHub("f-beta", MORE)));
    String revision = stage.publish();

    stage.set("f-beta").awaitApplied(revision);
    assertThat(stage.set("f-alpha").applied()).isEqualTo(before);
    stage
        .api()
        .merge(
            stage.set("f-alpha").path() + "?fieldManager=flux", "{\"spec\": {\"suspend\": null}}");
    stage.set("f-alpha").awaitApplied(revision);
  }
}
