package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hubfleet.e2e.cluster.Deadline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hubs that go and come back, and what stays of them. */
@Order(14)
@Tag("flux")
@ExtendWith(OnStage.class)
class EndIT {
  private static final String ALPHA = "communities/f-alpha/hub.yaml";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The claim of a person, as the hub makes it; no commit knows of it. */
  private static final String HOME =
      """
      {"metadata": {"name": "claim-ada"},
       "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}
      """;

  @Test
  void aRemovedHubIsPrunedAndPeoplesWorkStaysForItsReturn(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    stage.api().post("/api/v1/namespaces/f-alpha/persistentvolumeclaims", HOME);
    stage
        .api()
        .merge(
            Live.path("f-alpha", "Secret/hub") + "?fieldManager=tokens",
            "{\"stringData\": {\"hub.config.CryptKeeper.keys\": \"drawn\"}}");
    Map<String, String> before = kept(stage);
    Live there = stage.live("f-alpha");
    assertThat(before.keySet())
        .contains(
            "Namespace/f-alpha",
            "PersistentVolumeClaim/hub-db-dir",
            "PersistentVolumeClaim/claim-ada",
            "Secret/hub");

    // the files of the hub's account go in the same commit
    assertThat(stage.repository().files().get("west/platform/f-alpha.yaml"))
        .contains("hub-f-alpha");
    stage.apply(two.without(ALPHA));

    stage.set("f-alpha").awaitGone();
    Deadline.after(PATIENCE)
        .await("hub pruned", () -> stage.live("f-alpha").objects().size() <= before.size());
    assertThat(kept(stage)).isEqualTo(before);
    assertThat(stage.live("f-alpha").objects().keySet())
        .containsExactlyInAnyOrder(
            "PersistentVolumeClaim/claim-ada",
            "PersistentVolumeClaim/hub-db-dir",
            "Role/flux",
            "RoleBinding/flux",
            "Secret/hub");
    assertThat(
            stage
                .api()
                .get("/apis/rbac.authorization.k8s.io/v1/clusterroles/f-alpha-user-scheduler")
                .code())
        .isEqualTo(404);
    assertThat(stage.live("f-beta").objects()).containsKey("Deployment/hub");

    stage.apply(two);

    assertThat(kept(stage)).isEqualTo(before);
    assertThat(stage.live("f-alpha").objects().keySet()).containsAll(there.objects().keySet());
    assertThat(FluxSet.text(stage.live("f-alpha").get("Secret/hub"), "data"))
        .isEqualTo(FluxSet.text(there.get("Secret/hub"), "data"));
  }

  /** What holds people's work, by name, and who it is. */
  private static Map<String, String> kept(Stage stage) {
    Live live = stage.live("f-alpha");
    Map<String, String> uids =
        Set.of("Namespace/f-alpha", "Secret/hub").stream()
            .filter(live.objects()::containsKey)
            .collect(Collectors.toMap(id -> id, live::uid, (a, b) -> a, TreeMap::new));
    live.objects().keySet().stream()
        .filter(id -> id.startsWith("PersistentVolumeClaim/"))
        .forEach(id -> uids.put(id, live.uid(id)));
    uids.put(
        "Namespace/f-alpha",
        FluxSet.text(stage.api().get("/api/v1/namespaces/f-alpha").tree(), "metadata.uid"));
    uids.put(
        "ServiceAccount/hub-f-alpha",
        FluxSet.text(
            stage.api().get("/api/v1/namespaces/flux-system/serviceaccounts/hub-f-alpha").tree(),
            "metadata.uid"));
    return uids;
  }

  @Test
  void aJobWhoseSpecChangesIsReplaced(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    List<String> before = jobs(stage);

    stage.apply(
        two.withHub("f-alpha", "{hub: {services: {announcer: {url: 'http://announcer'}}}}"));

    assertThat(before).hasSize(1);
    Deadline.after(PATIENCE).await("the old Job gone", () -> jobs(stage).size() == 1);
    assertThat(jobs(stage)).doesNotContainAnyElementsOf(before);
  }

  private static List<String> jobs(Stage stage) {
    return stage.live("f-alpha").objects().keySet().stream()
        .filter(id -> id.startsWith("Job/"))
        .toList();
  }

  @Test
  void theLastHubOfAClusterIsPrunedToo(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);

    stage.apply(two.without(ALPHA).without("communities/f-beta/hub.yaml"));

    stage.set("f-alpha").awaitGone();
    stage.set("f-beta").awaitGone();
    stage.set("hubs.platform").awaitGone();
    Deadline.after(PATIENCE)
        .await("pruned", () -> !stage.live("f-beta").objects().containsKey("Deployment/hub"));
    assertThat(stage.live("f-beta").objects()).containsKey("PersistentVolumeClaim/hub-db-dir");
    stage.apply(two);
  }
}
