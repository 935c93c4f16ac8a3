package org.hubfleet.verify.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class FleetCheckTest {
  /** A hub of community {@code lab} in a file of its own. */
  private static Hub hub(String file, String cluster, String yaml) {
    String path = "config/communities/lab/" + file + ".yaml";
    Mapping tree = Given.tree(path, yaml, Layer.HUB);
    Origin origin = tree.origin();
    String id = "lab-" + file;
    return new Hub(
        id,
        "lab",
        path,
        new Cluster(cluster, "gke", "1.35", Mapping.empty(origin)),
        tree.get("namespace").flatMap(Node::string).orElse(id),
        tree.get("release").flatMap(Node::string).orElse(id),
        tree,
        List.of(),
        origin);
  }

  private static Footprint full(Hub hub, String values, String... objects) {
    List<Manifest> manifests = new ArrayList<>();
    for (String object : objects) {
      manifests.add(Given.manifest(hub.file(), object, Layer.HUB));
    }
    return Footprint.of(Given.blueprint(hub, values), manifests, List.of());
  }

  private static List<String> rules(Footprint... footprints) {
    return FleetCheck.inspect(List.of(footprints)).stream()
        .map(Diagnostic::rule)
        .map(RuleName::text)
        .toList();
  }

  private static List<String> rulesOf(String a, String b) {
    return rules(Footprint.of(hub("a", "west", a)), Footprint.of(hub("b", "west", b)));
  }

  @Test
  void hubsWithNamesOfTheirOwnAreFine() {
    assertThat(rulesOf("title: A", "title: B")).isEmpty();
  }

  @Test
  void twoHubsInOneNamespaceAreReportedAtBothPlaces() {
    List<Diagnostic> found =
        FleetCheck.inspect(
            List.of(
                Footprint.of(hub("a", "west", "namespace: x")),
                Footprint.of(hub("b", "west", "namespace: x"))));

    assertThat(Given.told(found))
        .containsExactly(
            "fleet/duplicate-namespace: the namespace \"x\" is that of another hub too");
    assertThat(found.get(0).place()).hasToString("config/communities/lab/b.yaml:1:12");
    assertThat(found.get(0).related())
        .singleElement()
        .satisfies(
            first -> assertThat(first.place()).hasToString("config/communities/lab/a.yaml:1:12"));
  }

  @Test
  void theSameNamespaceOfTwoClustersIsFine() {
    assertThat(
            rules(
                Footprint.of(hub("a", "west", "{namespace: x, release: x}")),
                Footprint.of(hub("b", "east", "{namespace: x, release: x}"))))
        .isEmpty();
  }

  @Test
  void twoHubsOfOneReleaseAreReported() {
    assertThat(rulesOf("release: x", "release: x")).containsExactly("fleet/duplicate-release");
  }

  @Test
  void addressesAreOnceInTheFleetWhateverTheCluster() {
    String ingress = "{ingress: {enabled: true, hosts: [h.lab.example]}}";

    assertThat(
            rules(
                full(hub("a", "west", "domain: h.lab.example"), "{}"),
                full(hub("b", "east", "title: B"), ingress)))
        .containsExactly("fleet/duplicate-domain");
  }

  @Test
  void oneHostWithTwoBaseUrlsIsFine() {
    assertThat(
            rules(
                full(hub("a", "west", "domain: h.lab.example"), "{hub: {baseUrl: /a}}"),
                full(hub("b", "west", "domain: h.lab.example"), "{hub: {baseUrl: /b}}")))
        .isEmpty();
  }

  @Test
  void aHubMayNameItsHostTwice() {
    assertThat(
            rules(
                full(
                    hub("a", "west", "domain: h.lab.example"),
                    "{ingress: {enabled: true, hosts: [h.lab.example]}}")))
        .isEmpty();
  }

  @Test
  void callbacksAreOnceInTheFleet() {
    String values = "{hub: {config: {GitHubOAuthenticator: {oauth_callback_url: 'https://h/c'}}}}";

    assertThat(
            rules(
                full(hub("a", "west", "title: A"), values),
                full(hub("b", "east", "title: B"), values)))
        .containsExactly("fleet/duplicate-callback");
  }

  @Test
  void oneVolumeOfTwoHubsIsReported() {
    String claim =
        "{kind: PersistentVolumeClaim, metadata: {name: %s, namespace: %s}, spec: {volumeName: v}}";

    assertThat(
            rules(
                full(hub("a", "west", "title: A"), "{}", claim.formatted("c", "a")),
                full(hub("b", "west", "title: B"), "{}", claim.formatted("c", "b"))))
        .containsExactly("fleet/shared-volume");
  }

  @Test
  void oneObjectOfTwoHubsIsReported() {
    String object = "{kind: ClusterRole, metadata: {name: scheduler}}";

    assertThat(
            rules(
                full(hub("a", "west", "title: A"), "{}", object),
                full(hub("b", "west", "title: B"), "{}", object)))
        .containsExactly("fleet/duplicate-object");
  }

  @Test
  void anObjectMadeTwiceByOneHubIsReported() {
    String object = "{kind: Secret, metadata: {name: a, namespace: lab-a}}";

    assertThat(
            Given.told(
                FleetCheck.inspect(
                    List.of(full(hub("a", "west", "title: A"), "{}", object, object)))))
        .containsExactly("fleet/duplicate-object: the object \"Secret/a\" is made twice");
  }

  @Test
  void whatFollowsFromASharedNamespaceIsNotReported() {
    String object = "{kind: Service, metadata: {name: hub, namespace: x}}";

    assertThat(
            rules(
                full(hub("a", "west", "namespace: x"), "{}", object),
                full(hub("b", "west", "namespace: x"), "{}", object)))
        .containsExactly("fleet/duplicate-namespace");
  }

  @Test
  void footprintsOfMoreThanTwoHubsAreEachReported() {
    assertThat(
            rules(
                Stream.of("a", "b", "c")
                    .map(file -> Footprint.of(hub(file, "west", "release: x")))
                    .toArray(Footprint[]::new)))
        .hasSize(2);
  }
}
