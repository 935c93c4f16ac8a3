package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a change moves, and what it leaves alone. */
@Order(11)
@Tag("flux")
@ExtendWith(OnStage.class)
class ChangeIT {
  private static final String MORE_FOR_THE_PROXY =
      "{proxy: {chp: {resources: {requests: {memory: 80Mi}}}}}";

  @Test
  void aChangeRollsExactlyThePodsItIsAbout(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    SortedMap<String, String> before = templates(stage, "f-alpha");
    SortedMap<String, String> other = templates(stage, "f-beta");

    stage.apply(two.withHub("f-alpha", MORE_FOR_THE_PROXY));

    SortedMap<String, String> after = templates(stage, "f-alpha");
    assertThat(changed(before, after)).containsExactly("proxy");
    assertThat(templates(stage, "f-beta")).isEqualTo(other);
  }

  @Test
  void whatServersNeedNoRestartOfTheHubForDoesNotRestartIt(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    SortedMap<String, String> before = templates(stage, "f-alpha");

    stage.apply(two.withHub("f-alpha", "{prePuller: {resources: {requests: {memory: 9Mi}}}}"));

    assertThat(templates(stage, "f-alpha")).isEqualTo(before);
  }

  @Test
  void goingBackBringsBackWhatThereWas(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    SortedMap<String, String> before = templates(stage, "f-alpha");
    SortedMap<String, String> files = stage.repository().files();
    stage.apply(two.withHub("f-alpha", MORE_FOR_THE_PROXY));
    assertThat(templates(stage, "f-alpha")).isNotEqualTo(before);

    stage.repository().commit(files);
    stage.sync();

    assertThat(templates(stage, "f-alpha")).isEqualTo(before);
  }

  @Test
  void aFirstWaveLeavesTheOtherHubsAsTheyAre(Stage stage) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    SortedMap<String, String> before = templates(stage, "f-beta");
    SortedMap<String, String> old = stage.repository().files();
    SortedMap<String, String> all =
        stage.compiled(
            two.withHub("f-alpha", MORE_FOR_THE_PROXY).withHub("f-beta", MORE_FOR_THE_PROXY));
    SortedMap<String, String> canary = new TreeMap<>(old);
    all.forEach((path, text) -> canary.merge(path, text, (o, n) -> path.contains("alpha") ? n : o));

    stage.repository().commit(canary);
    stage.sync();
    assertThat(memory(stage, "f-alpha")).isEqualTo("80Mi");
    assertThat(templates(stage, "f-beta")).isEqualTo(before);

    stage.repository().commit(all);
    stage.sync();
    assertThat(memory(stage, "f-beta")).isEqualTo("80Mi");
  }

  @Test
  void whatIsChangedByHandIsPutRight(Stage stage) throws IOException {
    stage.apply(stage.example().withTwoHubs());
    String proxy = Live.path("f-alpha", "Deployment/proxy");
    stage
        .api()
        .merge(
            proxy + "?fieldManager=kubectl-edit",
            "{\"spec\": {\"template\": {\"spec\": {\"terminationGracePeriodSeconds\": 1}}}}");
    stage.api().delete(Live.path("f-alpha", "Service/hub"));
    Live drifted = stage.live("f-alpha");
    assertThat(grace(drifted)).isEqualTo("1");
    assertThat(drifted.objects()).doesNotContainKey("Service/hub");

    stage.set("f-alpha").again("drift");

    assertThat(grace(stage.live("f-alpha"))).isEqualTo("60");
    assertThat(stage.live("f-alpha").objects()).containsKey("Service/hub");
  }

  private static String grace(Live live) {
    return live.get("Deployment/proxy")
        .at("spec.template.spec.terminationGracePeriodSeconds")
        .flatMap(Node::scalar)
        .map(scalar -> scalar.text())
        .orElse("-");
  }

  private static String memory(Stage stage, String hub) {
    Node container =
        stage
            .live(hub)
            .get("Deployment/proxy")
            .at("spec.template.spec.containers")
            .flatMap(Node::sequence)
            .orElseThrow()
            .items()
            .get(0);
    return FluxSet.text(container, "resources.requests.memory");
  }

  /** Of each Deployment, DaemonSet and StatefulSet how often its spec has changed. */
  private static SortedMap<String, String> templates(Stage stage, String namespace) {
    SortedMap<String, String> found = new TreeMap<>();
    for (Node set : stage.api().list("/apis/apps/v1/namespaces/" + namespace + "/replicasets")) {
      boolean current =
          set.at("spec.replicas")
              .flatMap(Node::scalar)
              .filter(n -> !n.text().equals("0"))
              .isPresent();
      if (current) {
        String hash = FluxSet.text(set, "metadata.labels.pod-template-hash");
        String name = FluxSet.text(set, "metadata.name").replace("-" + hash, "");
        found.merge(name, hash, (a, b) -> a + " and " + b);
      }
    }
    return found;
  }

  private static Set<String> changed(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(name -> before.getOrDefault(name, "").equals(after.getOrDefault(name, "")));
    return changed;
  }
}
