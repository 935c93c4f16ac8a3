package org.hubfleet.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compare.Side;
import org.hubfleet.compare.Texts;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Sources;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
  private static final Part LAB = Part.hub("west", "lab");
  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: hub-db-dir
        namespace: lab
        annotations: {kustomize.toolkit.fluxcd.io/prune: disabled}
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: kept
        resources: {requests: {storage: 1Gi}}
      """;
  private static final String VOLUME =
      """
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: lab-homes}
      spec:
        persistentVolumeReclaimPolicy: Retain
        capacity: {storage: 1Ti}
        nfs: {server: 10.0.0.2, path: /lab}
      """;
  private static final String STORAGE_CLASS =
      """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: lab-kept}
      provisioner: pd.csi.storage.gke.io
      reclaimPolicy: Retain
      """;
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: hub, namespace: lab}
      spec:
        replicas: 1
        selector: {matchLabels: {app: jupyterhub, component: hub}}
      """;
  private static final String ROLLING =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: proxy, namespace: lab}
      spec:
        strategy: {type: RollingUpdate}
        replicas: 1
      """;
  private static final String ROLLING_WRITTEN_OUT =
      ROLLING.replace("RollingUpdate}", "RollingUpdate, rollingUpdate: {maxSurge: 1}}");
  private static final String STATEFUL_SET =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: user-placeholder, namespace: lab}
      spec:
        replicas: 1
        serviceName: user-placeholder
        persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain}
      """;
  private static final String BINDING =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: hub, namespace: lab}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: hub}
      """;
  private static final String TOKENS =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: hub
        namespace: lab
        annotations:
          kustomize.toolkit.fluxcd.io/prune: disabled
          kustomize.toolkit.fluxcd.io/ssa: IfNotPresent
      type: Opaque
      """;
  private static final String SET =
      """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: lab, namespace: flux-system}
      spec: {prune: true, deletionPolicy: Orphan}
      """;
  private static final String CONTINUITY =
      """
      hub: lab
      file: config/communities/lab/hub.yaml
      namespace: lab
      homes:
        storage: dynamic
        names: safe
        claim: "claim-{user_server}"
        storageClass: kept
        deletedWithUser: false
        mountPath: /home/jovyan
      database: {kind: sqlite-pvc, claim: hub-db-dir}
      """;

  private static Fleet fleet(String fleetYaml, String hubYaml) {
    Hub hub = Given.hub(hubYaml, "{provider: gke}");
    return new Fleet(
        Given.tree("config/fleet.yaml", "language: 1\n" + fleetYaml, Layer.FLEET),
        List.of(hub.cluster()),
        List.of(hub),
        new Sources(List.of()));
  }

  private static PartChange change(Part part, ObjectChange.Kind kind, String before, String after) {
    return PartChange.of(part, kind, List.of("x"), side(before), side(after), Texts.NONE);
  }

  private static Side side(String text) {
    String file =
        text.startsWith("hub:") ? "west/hubs/lab/continuity.yaml" : "west/hubs/lab/x.yaml";
    return Side.of("generated", Map.of(file, text));
  }

  private static Outcome<List<String>> inspect(Fleet fleet, PartChange... changes) {
    return new Guards(fleet, UnaryOperator.identity()).inspect(List.of(changes), 10);
  }

  private static List<String> rules(Outcome<List<String>> outcome) {
    return outcome.diagnostics().stream().map(d -> d.rule().text()).toList();
  }

  private static List<String> rules(String before, String after) {
    return rules(
        inspect(fleet("", "cluster: west"), change(LAB, ObjectChange.Kind.CHANGED, before, after)));
  }

  private static Arguments edit(String rule, String text, String from, String to) {
    return Arguments.of(rule, text, text.replace(from, to));
  }

  static Stream<Arguments> dangers() {
    return Stream.of(
        Arguments.of("guard/claim-removed", CLAIM, DEPLOYMENT),
        edit("guard/claim-shrunk", CLAIM, "1Gi", "1000Mi"),
        edit("guard/storage-class", CLAIM, "storageClassName: kept", "storageClassName: other"),
        edit("guard/storage-class", CLAIM, "  storageClassName: kept\n", ""),
        edit("guard/immutable-field", CLAIM, "ReadWriteOnce", "ReadWriteMany"),
        edit("guard/protection-dropped", CLAIM, "disabled", "enabled"),
        Arguments.of("guard/volume", VOLUME, DEPLOYMENT),
        edit("guard/volume", VOLUME, "/lab", "/other"),
        edit("guard/retention", VOLUME, "Retain", "Delete"),
        Arguments.of("guard/storage-class", STORAGE_CLASS, DEPLOYMENT),
        edit("guard/storage-class", STORAGE_CLASS, "pd.csi", "fs.csi"),
        edit("guard/retention", STORAGE_CLASS, "Retain", "Delete"),
        edit("guard/immutable-field", DEPLOYMENT, "component: hub", "component: other"),
        edit("guard/leftover-strategy", ROLLING, "RollingUpdate", "Recreate"),
        Arguments.of(
            "guard/leftover-strategy",
            ROLLING.replace("strategy: {type: RollingUpdate}", "paused: false"),
            ROLLING.replace("RollingUpdate", "Recreate")),
        edit("guard/immutable-field", STATEFUL_SET, "serviceName: user", "serviceName: x"),
        edit("guard/retention", STATEFUL_SET, "Retain", "Delete"),
        edit("guard/immutable-field", BINDING, "kind: Role, name: hub", "kind: Role, name: x"),
        edit("guard/immutable-field", TOKENS, "type: Opaque", "type: kubernetes.io/tls"),
        edit("guard/protection-dropped", TOKENS, "IfNotPresent", "Override"),
        Arguments.of("guard/kept-object-removed", TOKENS, DEPLOYMENT),
        edit("guard/retention", SET, "Orphan", "Delete"),
        edit("guard/retention", SET, ", deletionPolicy: Orphan", ""),
        edit("guard/protection-dropped", SET, "prune: true", "prune: true, force: true"),
        edit("guard/home-path", CONTINUITY, "namespace: lab", "namespace: other"),
        edit("guard/home-path", CONTINUITY, "names: safe", "names: escape"),
        edit("guard/home-path", CONTINUITY, "claim-{user_server}", "{username}"),
        edit("guard/home-path", CONTINUITY, "storage: dynamic", "storage: none"),
        edit("guard/storage-class", CONTINUITY, "storageClass: kept", "storageClass: x"),
        edit("guard/retention", CONTINUITY, "deletedWithUser: false", "deletedWithUser: true"),
        edit("guard/database", CONTINUITY, "claim: hub-db-dir", "claim: other"));
  }

  @ParameterizedTest
  @MethodSource("dangers")
  void dangerIsStopped(String rule, String before, String after) {
    assertThat(rules(before, after)).contains(rule);
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        edit("", CLAIM, "1Gi", "1024Mi"),
        edit("", CLAIM, "1Gi", "2Gi"),
        edit("", CLAIM, "[ReadWriteOnce]", "[\"ReadWriteOnce\"]"),
        edit("", VOLUME, "1Ti", "2Ti"),
        edit("", DEPLOYMENT, "replicas: 1", "replicas: 2"),
        edit("", DEPLOYMENT, "app: jupyterhub, component: hub", "component: hub, app: jupyterhub"),
        edit("", ROLLING, "{type: RollingUpdate}", "{type: RollingUpdate, rollingUpdate: {}}"),
        Arguments.of("", ROLLING_WRITTEN_OUT, ROLLING.replace("RollingUpdate", "Recreate")),
        Arguments.of("", ROLLING.replace("RollingUpdate", "Recreate"), ROLLING),
        edit("", STATEFUL_SET, "replicas: 1", "replicas: 5"),
        edit("", CONTINUITY, "/home/jovyan", "/home/rstudio"),
        edit("", CONTINUITY, "deletedWithUser: false", "deletedWithUser: false\n  extra: 1"),
        Arguments.of("", DEPLOYMENT, CLAIM));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void harmlessChangeGoesThrough(String rule, String before, String after) {
    assertThat(rules(before, after)).isEmpty();
  }

  @Test
  void allDangersAreToldAtOnceEachWithItsWayOut() {
    Outcome<List<String>> found =
        inspect(
            fleet("", "cluster: west"),
            change(
                LAB,
                ObjectChange.Kind.CHANGED,
                CLAIM + "---\n" + VOLUME,
                CLAIM.replace("kept", "x") + "---\n" + VOLUME.replace("Retain", "Delete")));

    assertThat(rules(found)).containsExactlyInAnyOrder("guard/storage-class", "guard/retention");
    assertThat(found.diagnostics())
        .allSatisfy(
            d ->
                assertThat(d.hint().orElseThrow())
                    .contains("in config/communities/lab/hub.yaml: acknowledge: [{object: "));
  }

  @Test
  void acknowledgementIsForOneObjectAndIsRemembered() {
    String hub =
        "cluster: west\nacknowledge:\n- {object: PersistentVolume/lab-homes, why: It is copied.,"
            + " who: mira, until: 2026-12-31}\n";

    Outcome<List<String>> found =
        inspect(
            fleet("asOf: 2026-11-21\n", hub),
            change(
                LAB,
                ObjectChange.Kind.CHANGED,
                CLAIM + "---\n" + VOLUME,
                CLAIM.replace("kept", "x") + "---\n" + VOLUME.replace("/lab", "/other")));

    assertThat(rules(found)).containsExactly("guard/storage-class");
    assertThat(found.value().orElseThrow())
        .containsExactly("PersistentVolume/lab-homes of lab on west: It is copied. (mira)");
  }

  @Test
  void acknowledgementOfThePastDoesNotHold() {
    String hub =
        "cluster: west\nacknowledge:\n- {object: homes, why: x, who: mira, until: 2026-11-20}\n";

    Outcome<List<String>> found =
        inspect(
            fleet("asOf: 2026-11-21\n", hub),
            change(
                LAB, ObjectChange.Kind.CHANGED, CONTINUITY, CONTINUITY.replace("safe", "escape")));

    assertThat(rules(found)).containsExactly("guard/home-path");
  }

  private static PartChange removed(String cluster, String hub, String continuity) {
    return change(Part.hub(cluster, hub), ObjectChange.Kind.REMOVED, continuity, "hub: none\n");
  }

  private static PartChange added(String cluster, String hub, String namespace) {
    return change(
        Part.hub(cluster, hub),
        ObjectChange.Kind.ADDED,
        "hub: none\n",
        "hub: " + hub + "\nnamespace: " + namespace + "\n");
  }

  @Test
  void removedHubIsStopped() {
    List<Diagnostic> found =
        inspect(fleet("", "cluster: west"), removed("west", "old", CONTINUITY)).diagnostics();

    assertThat(found).extracting(d -> d.rule().text()).containsExactly("guard/hub-removed");
    assertThat(found.get(0).hint().orElseThrow()).contains("acknowledge: [{hub: old, ");
  }

  @Test
  void removedHubIsAcknowledgedInTheFleetFile() {
    String said = "acknowledge:\n- {hub: old, why: Nobody came., who: mira, until: 2026-12-31}\n";

    assertThat(rules(inspect(fleet(said, "cluster: west"), removed("west", "old", CONTINUITY))))
        .isEmpty();
  }

  @Test
  void removedClusterIsAcknowledgedOnce() {
    String said = "acknowledge:\n- {cluster: east, why: Moved., who: mira, until: 2026-12-31}\n";

    assertThat(
            rules(
                inspect(
                    fleet(said, "cluster: west"),
                    removed("east", "a", CONTINUITY),
                    removed("east", "b", CONTINUITY),
                    removed("west", "c", CONTINUITY))))
        .containsExactly("guard/hub-removed", "guard/many-removed");
  }

  @Test
  void hubThatHasEndedGoesByItself() {
    String ended = CONTINUITY + "ends: {date: \"2026-11-21\", homes: keep}\n";

    assertThat(
            rules(
                inspect(
                    fleet("asOf: 2026-11-21\n", "cluster: west"), removed("west", "old", ended))))
        .isEmpty();
  }

  @Test
  void hubThatWillEndIsStoppedUntilThen() {
    String ends = CONTINUITY + "ends: {date: \"2026-11-22\", homes: keep}\n";

    assertThat(
            rules(
                inspect(
                    fleet("asOf: 2026-11-21\n", "cluster: west"), removed("west", "old", ends))))
        .containsExactly("guard/hub-removed");
  }

  @Test
  void movedHubIsCalledMoved() {
    assertThat(
            rules(
                inspect(
                    fleet("", "cluster: west"),
                    removed("west", "old", CONTINUITY),
                    added("east", "old", "old"))))
        .containsExactly("guard/hub-moved");
  }

  @Test
  void hubWithAnotherNameInTheSameNamespaceIsCalledRenamed() {
    assertThat(
            rules(
                inspect(
                    fleet("", "cluster: west"),
                    removed("west", "old", CONTINUITY),
                    added("west", "new", "lab"))))
        .containsExactly("guard/hub-renamed");
  }

  @Test
  void renamedOrMovedHubIsAcknowledgedByItsOldIdAndRemembered() {
    String said =
        "asOf: 2026-11-21\n"
            + "acknowledge:\n"
            + "- {hub: old, why: Homes are copied., who: mira, until: 2026-12-31}\n";
    Fleet fleet = fleet(said, "cluster: west");
    PartChange gone = removed("west", "old", CONTINUITY);

    Outcome<List<String>> moved = inspect(fleet, gone, added("east", "old", "old"));
    Outcome<List<String>> renamed = inspect(fleet, gone, added("west", "new", "lab"));

    assertThat(List.of(moved, renamed))
        .allSatisfy(
            found -> {
              assertThat(rules(found)).isEmpty();
              assertThat(found.value().orElseThrow())
                  .containsExactly("the removal of old on west: Homes are copied. (mira)");
            });
  }

  @Test
  void acknowledgementOfTheNewIdOrOfThePastLetsNoHubBeRenamed() {
    PartChange gone = removed("west", "old", CONTINUITY);

    for (String said : List.of("hub: new, until: 2026-12-31", "hub: old, until: 2026-11-20")) {
      String file = "asOf: 2026-11-21\nacknowledge:\n- {" + said + ", why: x, who: mira}\n";
      assertThat(rules(inspect(fleet(file, "cluster: west"), gone, added("west", "new", "lab"))))
          .containsExactly("guard/hub-renamed");
    }
  }

  @Test
  void shareOfRemovedHubsIsBounded() {
    String many = "deployment: {mostRemoved: 30}\n";
    PartChange[] three =
        Stream.of("a", "b", "c")
            .map(hub -> removed("west", hub, CONTINUITY))
            .toArray(PartChange[]::new);

    assertThat(rules(inspect(fleet("", "cluster: west"), three))).contains("guard/many-removed");
    assertThat(rules(inspect(fleet(many, "cluster: west"), three)))
        .doesNotContain("guard/many-removed");
  }
}
