package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hub that Helm installed goes over to Flux: nothing is made twice, nothing of people's is lost.
 */
@Order(16)
@Tag("flux")
@ExtendWith(OnStage.class)
class AdoptionIT {
  private static final Set<String> TAKEN_OVER =
      Set.of(
          "Deployment/hub",
          "Deployment/proxy",
          "PersistentVolumeClaim/hub-db-dir",
          "Secret/hub",
          "Service/hub",
          "ServiceAccount/hub",
          "ConfigMap/hub");

  @Test
  void aHubOfAChartIsAdopted(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    install(stage);
    Live before = stage.live("f-old");
    Map<String, String> uids = uids(before);

    stage.apply(two.with("communities/f-old/hub.yaml", "cluster: west\nrelease: ocean\n"));

    Live after = stage.live("f-old");
    assertThat(uids(after)).containsAllEntriesOf(uids);
    assertThat(JsonWriter.write(after.get("Secret/hub").get("data").orElseThrow()))
        .isEqualTo(JsonWriter.write(before.get("Secret/hub").get("data").orElseThrow()));
    assertThat(after.objects().keySet()).containsExactlyInAnyOrderElementsOf(expected(stage));
    Node pod = after.get("Deployment/hub").at("spec.template").orElseThrow();
    Node wanted = emitted(stage, "Deployment", "hub").at("spec.template").orElseThrow();
    for (String list : List.of("spec.volumes", "spec.containers")) {
      assertThat(names(pod, list)).isEqualTo(names(wanted, list));
    }
    Node container = items(pod, "spec.containers").get(0);
    assertThat(names(container, "env"))
        .isEqualTo(names(items(wanted, "spec.containers").get(0), "env"))
        .doesNotContain("LEFT_BY_THE_CHART");
    assertThat(keys(pod, "metadata.annotations")).isEqualTo(keys(wanted, "metadata.annotations"));
    assertThat(heritage(after)).containsOnly("hubs");
  }

  /** As Helm writes: its own field manager, no server-side apply. */
  private static void install(Stage stage) throws IOException {
    for (Node object :
        GeneratedObjects.below(stage.suite().root().resolve("e2e/src/test/cases/flux"))) {
      String id = FluxSet.text(object, "kind") + "/" + FluxSet.text(object, "metadata.name");
      String path = id.startsWith("Namespace/") ? "/api/v1/namespaces/" : Live.path("f-old", id);
      String collection = path.substring(0, path.lastIndexOf('/'));
      var answer = stage.api().post(collection + "?fieldManager=helm", JsonWriter.write(object));
      assertThat(answer.message()).isEmpty();
    }
  }

  private static Set<String> expected(Stage stage) throws IOException {
    Set<String> ids =
        objects(stage).stream()
            .map(o -> FluxSet.text(o, "kind") + "/" + FluxSet.text(o, "metadata.name"))
            .collect(Collectors.toSet());
    ids.addAll(
        Set.of(
            "Role/flux",
            "RoleBinding/flux",
            "PersistentVolumeClaim/claim-ada",
            "Secret/sh.helm.release.v1.ocean.v3"));
    return ids;
  }

  private static List<Node> objects(Stage stage) throws IOException {
    TreeMap<String, String> files = new TreeMap<>(stage.repository().files());
    files.keySet().removeIf(path -> !path.contains("/hubs/f-old/"));
    return GeneratedObjects.below(new StageFleet(files).write(stage.suite().work("old")));
  }

  private static Node emitted(Stage stage, String kind, String name) throws IOException {
    return objects(stage).stream()
        .filter(o -> FluxSet.text(o, "kind").equals(kind))
        .filter(o -> FluxSet.text(o, "metadata.name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> uids(Live live) {
    return TAKEN_OVER.stream()
        .collect(Collectors.toMap(id -> id, live::uid, (a, b) -> a, TreeMap::new));
  }

  /** Who made each of the objects that are the hub's own; the Secret is left as it was. */
  private static Set<String> heritage(Live live) {
    return live.objects().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("Secret/hub"))
        .map(entry -> FluxSet.text(entry.getValue(), "metadata.labels.heritage"))
        .filter(text -> !text.isEmpty() && !text.equals("jupyterhub"))
        .collect(Collectors.toSet());
  }

  private static List<Node> items(Node node, String path) {
    return node.at(path).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static Set<String> names(Node node, String path) {
    return items(node, path).stream().map(n -> FluxSet.text(n, "name")).collect(Collectors.toSet());
  }

  private static Set<String> keys(Node node, String path) {
    return node.at(path).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of()).keySet();
  }
}
