package org.hubfleet.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.Side;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Layer;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from an API server, of a hub of three objects. */
class LiveClusterTest {
  private static final String TIP = "4f3c2b1a0958473625140f3e2d1c0b9a88776655";
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: hub, namespace: lab}
      spec:
        replicas: 1
        template:
          spec:
            hostNetwork: false
            containers:
            - name: hub
              image: quay.io/hub:4
              env:
              - {name: EMPTY, value: ""}
              resources: {requests: {memory: 1073741824, cpu: 0.5}}
              ports: [{containerPort: 8081}]
      """;
  private static final String LIVE_DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: hub, namespace: lab, generation: 3}
      spec:
        progressDeadlineSeconds: 600
        replicas: %d
        template:
          spec:
            restartPolicy: Always
            containers:
            - name: hub
              image: %s
              env:
              - {name: EMPTY}
              - {name: ADDED, value: by hand}
              resources: {requests: {memory: 1Gi, cpu: 500m}}
              ports: [{containerPort: 8081, protocol: TCP}]
      status: {readyReplicas: 1}
      """;
  private static final String SET =
      """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: lab, namespace: flux-system}
      spec: {interval: 10m, path: ./west/hubs/lab, prune: true}
      """;
  private static final String LIVE_SET =
      """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: lab, namespace: flux-system, generation: 2}
      spec: {interval: 10m, path: ./west/hubs/lab, prune: true, force: false}
      status:
        lastAppliedRevision: main@sha1:%s
        conditions:
        - {type: Reconciling, status: "False", reason: x, message: y, observedGeneration: 2}
        - {type: Ready, status: "%s", reason: %s, message: "%s", observedGeneration: %d}
      """;
  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: hub
        namespace: lab
        annotations: {kustomize.toolkit.fluxcd.io/ssa: IfNotPresent}
      type: Opaque
      """;
  private static final Part LAB = Part.hub("west", "lab");

  @TempDir Path root;

  private PlayedApi api;

  @BeforeEach
  void start() throws IOException {
    api = new PlayedApi();
    allIsWell();
  }

  private void allIsWell() {
    api.holds(LIVE_DEPLOYMENT.formatted(1, "quay.io/hub:4"));
    api.holds(LIVE_SET.formatted(TIP, "True", "ReconciliationSucceeded", "Applied", 2));
    api.holds(SECRET.replace("Opaque", "Opaque\ndata: {x: eQ==}"));
  }

  @AfterEach
  void stop() {
    api.close();
    System.clearProperty("hubs.patience");
  }

  private Cluster west(String file) {
    return new Cluster(
        "west", "gke", "1.35", Given.tree("config/clusters/west.yaml", file, Layer.CLUSTER));
  }

  private Outcome<LiveReport> report(Path kubeconfig, String clusterFile) {
    Side lab =
        Side.of(
            "deployed",
            Map.of("west/hubs/lab/hub.yaml", String.join("---\n", DEPLOYMENT, SET, SECRET)));
    return new LiveCluster(kubeconfig).report(west(clusterFile), Map.of(LAB, lab));
  }

  private Outcome<LiveReport> report(String user) throws IOException {
    return report(api.kubeconfig(root.resolve("kubeconfig"), user), "context: fleet-west");
  }

  private LiveHub lab() throws IOException {
    Outcome<LiveReport> report = report("{}");
    assertThat(report.diagnostics()).isEmpty();
    return report.value().orElseThrow().parts().get(LAB);
  }

  private static List<String> rules(Outcome<?> outcome) {
    return outcome.diagnostics().stream().map(d -> d.rule().text()).toList();
  }

  private static List<String> drift(LiveHub hub) {
    return hub.drift().stream()
        .flatMap(
            object ->
                object.fields().isEmpty()
                    ? List.of("gone " + object.key().id()).stream()
                    : object.fields().stream().map(f -> object.key().id() + " " + f.path()))
        .toList();
  }

  @Test
  void whatTheServerAddsAndHowItWritesAmountsIsNoDrift() throws IOException {
    assertThat(lab().drift()).isEmpty();
  }

  @Test
  void setSaysWhatItHasApplied() throws IOException {
    FluxSet set = lab().sets().get(0);

    assertThat(set.name()).isEqualTo("lab");
    assertThat(set.applied()).contains(TIP);
    assertThat(set.health()).isEqualTo(FluxSet.Health.READY);
  }

  @Test
  void setThatFailedSaysWhy() throws IOException {
    api.holds(LIVE_SET.formatted(TIP, "False", "HealthCheckFailed", "hub is not ready", 2));

    FluxSet set = lab().sets().get(0);

    assertThat(set.health()).isEqualTo(FluxSet.Health.FAILED);
    assertThat(set.reason()).isEqualTo("HealthCheckFailed");
    assertThat(set.message()).isEqualTo("hub is not ready");
  }

  @Test
  void whatWasSaidOfAnOlderSetIsNotBelieved() throws IOException {
    api.holds(LIVE_SET.formatted(TIP, "True", "ReconciliationSucceeded", "Applied", 1));

    assertThat(lab().sets().get(0).health()).isEqualTo(FluxSet.Health.WORKING);
  }

  @Test
  void suspendedSetIsTold() throws IOException {
    api.holds(
        LIVE_SET
            .formatted(TIP, "True", "ReconciliationSucceeded", "Applied", 2)
            .replace("force: false", "suspend: true"));

    assertThat(lab().sets().get(0).isSuspended()).isTrue();
  }

  @Test
  void changedFieldsAreDrift() throws IOException {
    api.holds(LIVE_DEPLOYMENT.formatted(0, "quay.io/hub:mine"));

    assertThat(drift(lab()))
        .containsExactly(
            "Deployment/hub spec.replicas",
            "Deployment/hub spec.template.spec.containers[hub].image");
  }

  @Test
  void objectThatIsGoneIsDrift() throws IOException {
    try (PlayedApi empty = new PlayedApi()) {
      Path kubeconfig = empty.kubeconfig(root.resolve("empty"), "{}");

      LiveHub hub =
          report(kubeconfig, "context: fleet-west").value().orElseThrow().parts().get(LAB);

      assertThat(drift(hub))
          .containsExactly("gone Deployment/hub", "gone Kustomization/lab", "gone Secret/hub");
      assertThat(hub.sets().get(0).health()).isEqualTo(FluxSet.Health.MISSING);
    }
  }

  @Test
  void objectThatLostItsLabelsIsFoundByName() throws IOException {
    api.holdsUnlabelled(LIVE_DEPLOYMENT.formatted(1, "quay.io/hub:4"));

    assertThat(lab().drift()).isEmpty();
  }

  @Test
  void listsComeInPages() throws IOException {
    for (int i = 0; i < 5; i++) {
      api.holds(LIVE_DEPLOYMENT.formatted(1, "x").replace("name: hub,", "name: hub" + i + ","));
    }
    api.givesPagesOf(2);

    assertThat(lab().drift()).isEmpty();
    assertThat(api.asked()).filteredOn("/apis/apps/v1/deployments"::equals).hasSize(3);
    assertThat(api.asked()).noneMatch(path -> path.endsWith("/deployments/hub"));
  }

  @Test
  void kindThatMayNotBeReadIsSaid() throws IOException {
    api.refuses("/secrets", 403);

    LiveReport report = report("{}").value().orElseThrow();

    assertThat(report.hidden()).containsExactly("secrets");
    assertThat(report.parts().get(LAB).drift()).isEmpty();
  }

  @Test
  void strangerIsTold() throws IOException {
    api.wants("t0ken");

    assertThat(rules(report("{token: wr0ng}"))).containsExactly("live/not-allowed");
  }

  @Test
  void tokenLetsIn() throws IOException {
    api.wants("t0ken");

    assertThat(report("{token: t0ken}").diagnostics()).isEmpty();
  }

  @Test
  void programGivesTheToken() throws IOException {
    api.wants("t0ken");
    Path answer =
        Files.writeString(
            root.resolve("answer.json"),
            "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                + "\"status\":{\"token\":\"t0ken\"}}");

    Outcome<LiveReport> report =
        report(
            "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never,"
                + " command: cat, args: [\""
                + answer
                + "\"]}}");

    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void certificateLetsIn() throws Exception {
    ClientCertificate mira = ClientCertificate.of("mira");
    Path certificate = Files.writeString(root.resolve("mira.crt"), mira.certificate());
    Path key = Files.writeString(root.resolve("mira.key"), mira.key());

    Outcome<LiveReport> report =
        report("{client-certificate: \"" + certificate + "\", client-key: \"" + key + "\"}");

    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void brokenServerIsTold() throws IOException {
    api.refuses("/apis/apps/v1", 500);

    assertThat(report("{}").diagnostics().get(0).message())
        .isEqualTo("the API server of \"west\" gives no answer: it answers 500 to /apis/apps/v1");
  }

  @Test
  void silenceHasABound() throws IOException {
    System.setProperty("hubs.patience", "1");
    api.isSlow(60_000);
    long start = System.nanoTime();

    assertThat(rules(report("{}"))).containsExactly("live/unreachable");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void closedDoorIsTold() throws IOException {
    Path kubeconfig = api.kubeconfig(root.resolve("kubeconfig"), "{}");
    api.close();

    assertThat(rules(report(kubeconfig, "context: fleet-west")))
        .containsExactly("live/unreachable");
  }

  @Test
  void clusterThatNamesNoContextIsToldWhatToWrite() throws IOException {
    Path kubeconfig = api.kubeconfig(root.resolve("kubeconfig"), "{}");

    Outcome<LiveReport> report = report(kubeconfig, "{}");

    assertThat(rules(report)).containsExactly("live/no-context");
    assertThat(report.diagnostics().get(0).place().file()).isEqualTo("config/clusters/west.yaml");
  }

  @Test
  void contextThatIsNotThereIsTold() throws IOException {
    Path kubeconfig = api.kubeconfig(root.resolve("kubeconfig"), "{}");

    assertThat(rules(report(kubeconfig, "context: east"))).containsExactly("live/kubeconfig");
  }

  @Test
  void kubeconfigThatIsNoneIsTold() throws IOException {
    Path kubeconfig = Files.writeString(root.resolve("kubeconfig"), "users: [{name: s3cr3t");

    Outcome<LiveReport> report = report(kubeconfig, "context: fleet-west");

    assertThat(rules(report)).containsExactly("live/kubeconfig");
    assertThat(report.diagnostics().toString()).doesNotContain("s3cr3t");
    assertThat(rules(report(root.resolve("none"), "context: x")))
        .containsExactly("live/kubeconfig");
  }

  @Test
  void nothingIsEverChanged() throws IOException {
    lab();

    assertThat(api.methods()).containsOnly("GET");
  }
}
