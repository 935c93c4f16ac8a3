package org.hubfleet.verify.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Related;
import org.hubfleet.render.Manifest;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class ObjectCheckTest {
  private static final ObjectCheck CHECK =
      new ObjectCheck(KubernetesBundle.of(Shelf.open(), "1.35"));
  private static final String POD_START =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: hub, namespace: lab}
      spec:
        selector: {matchLabels: {app: hub}}
        template:
          metadata: {labels: {app: hub}}
          spec:
            containers:
      """;

  private static List<Diagnostic> inspect(String document) {
    return CHECK.inspect(Home.of(Given.hub()), Given.manifests(document).get(0));
  }

  @Test
  void aCompleteObjectIsAccepted() {
    assertThat(inspect(POD_START + "      - {name: hub, image: 'hub:1'}")).isEmpty();
  }

  @Test
  void definitionsOfAnotherCustomResourceAreFound() {
    String start =
        """
        apiVersion: monitoring.coreos.com/v1
        kind: PodMonitor
        metadata: {name: servers, namespace: lab}
        spec:
          selector: {matchLabels: {component: singleuser-server}}
          podMetricsEndpoints:
        """;

    assertThat(inspect(start + "  - {port: notebook-port, interval: 30s}")).isEmpty();
    assertThat(Given.told(inspect(start + "  - {port: notebook-port, interval: often}")))
        .singleElement()
        .asString()
        .contains("PodMonitor/servers", "spec.podMetricsEndpoints[0].interval");
  }

  @Test
  void anUnknownFieldIsNamedWithObjectAndPath() {
    List<Diagnostic> found = inspect(POD_START + "      - {name: hub, image: 'hub:1', imge: x}");

    assertThat(Given.told(found))
        .containsExactly(
            "object/unknown-key: Deployment/hub: there is no key \"imge\" in"
                + " spec.template.spec.containers[0]");
    assertThat(found.get(0).place()).hasToString("config/communities/lab/hub.yaml:10:37");
    assertThat(Given.hint(found)).contains("did you mean \"image\"?");
  }

  @Test
  void aValueFromTheShelfIsToldAtTheClusterLine() {
    Manifest manifest =
        Given.manifest(
            "shelf/upstream/hub/defaults.yaml",
            POD_START + "      - {name: hub, image: 5}",
            Layer.UPSTREAM);

    List<Diagnostic> found = CHECK.inspect(Home.of(Given.hub()), manifest);

    assertThat(found.get(0).place()).hasToString("config/communities/lab/hub.yaml:1:1");
    assertThat(found.get(0).related())
        .extracting(Related::place)
        .hasToString("[shelf/upstream/hub/defaults.yaml:10:28]");
  }

  @Test
  void aComputedValueIsToldAtTheConfiguredPartOfIt() {
    Origin shelf =
        Given.tree("shelf/x.yaml", "a: b", Layer.UPSTREAM).get("a").orElseThrow().origin();
    Origin config =
        Given.tree("config/fleet.yaml", "a: b", Layer.FLEET).get("a").orElseThrow().origin();
    Origin both = new Origin(shelf.place(), shelf.layer(), List.of(config), List.of());
    Mapping object =
        Given.tree("{apiVersion: v1, kind: ServiceAccount, metadata: {name: hub, namespace: lab}}")
            .with("automountServiceAccountToken", Scalar.string("yes", both));

    List<Diagnostic> found = CHECK.inspect(Home.of(Given.hub()), new Manifest("hub", object));

    assertThat(found).extracting(Diagnostic::place).hasToString("[config/fleet.yaml:1:4]");
  }

  @Test
  void aNullIsRefusedOnce() {
    assertThat(Given.told(inspect(POD_START + "      - {name: hub, image: null}")))
        .containsExactly(
            "object/null-value: Deployment/hub: there is no value for"
                + " spec.template.spec.containers[0].image");
  }

  @Test
  void twoVariablesOfOneNameAreRefused() {
    List<Diagnostic> found =
        inspect(
            POD_START
                + "      - {name: hub, image: 'hub:1', env: [{name: A, value: x}, {name: A}]}");

    assertThat(Given.told(found))
        .containsExactly(
            "object/repeated-item: Deployment/hub: two items of"
                + " spec.template.spec.containers[0].env have the name A");
    assertThat(found.get(0).related()).hasSize(1);
  }

  @Test
  void twoPortsOfOneNameAreRefused() {
    assertThat(
            Given.told(
                inspect(
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: hub, namespace: lab}
                    spec:
                      ports: [{name: a, port: 80}, {name: a, port: 81}]
                    """)))
        .containsExactly(
            "object/repeated-item: Service/hub: two items of spec.ports have the name a");
  }

  @Test
  void bytesAreWholeBase64() {
    String start =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: lab}, binaryData: ";

    assertThat(inspect(start + "{a: aGVsbG8=, b: ''}}")).isEmpty();
    assertThat(Given.told(inspect(start + "{a: aGVsbG8}}")))
        .containsExactly("object/broken-base64: ConfigMap/c: binaryData.a is not whole base64");
  }

  @Test
  void aDeploymentIsNotGivenUpBeforeItsPodsCanBeReady() {
    String deployment =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: hub, namespace: lab}
        spec:
          minReadySeconds: %s
          selector: {matchLabels: {app: hub}}
          template:
            metadata: {labels: {app: hub}}
            spec: {containers: [{name: hub, image: 'hub:1'}]}
        """;

    assertThat(inspect(deployment.formatted("599"))).isEmpty();
    assertThat(Given.told(inspect(deployment.formatted("600"))))
        .containsExactly(
            "object/out-of-order: Deployment/hub: minReadySeconds has to be below"
                + " progressDeadlineSeconds in spec");
  }

  @Test
  void whatOnlyAServerWritesIsRefused() {
    assertThat(
            Given.told(
                inspect(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: lab, uid: x}}")))
        .singleElement()
        .asString()
        .contains("metadata.uid");
  }

  @Test
  void anAbsentProtocolCountsAsTcp() {
    assertThat(
            Given.told(
                inspect(
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: hub, namespace: lab}
                    spec:
                      ports: [{name: a, port: 80}, {name: b, port: 80, protocol: TCP}]
                    """)))
        .containsExactly(
            "object/repeated-item: Service/hub: two items of spec.ports have the port and"
                + " protocol 80 and TCP");
  }

  @Test
  void onePortOfTwoProtocolsIsAccepted() {
    assertThat(
            inspect(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: hub, namespace: lab}
                spec:
                  ports: [{name: a, port: 80}, {name: b, port: 80, protocol: UDP}]
                """))
        .isEmpty();
  }

  @Test
  void aConfigMapOfMoreThanOneMebibyteIsRefused() {
    String start = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: lab}, data: ";
    String half = "x".repeat(524_288);

    assertThat(inspect(start + "{a: " + half + ", b: " + half + "}}")).isEmpty();
    assertThat(Given.told(inspect(start + "{a: " + half + ", b: " + half + "y}}")))
        .containsExactly(
            "object/too-large: ConfigMap/c: data of 1048577 bytes, expected at most 1048576");
  }

  @Test
  void annotationsOfMoreThanAQuarterMebibyteAreRefused() {
    String text = "x".repeat(262_144);

    assertThat(
            Given.told(
                inspect(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: lab,"
                        + " annotations: {a: "
                        + text
                        + "}}}")))
        .containsExactly(
            "object/too-large: ConfigMap/c: annotations of 262145 bytes, expected at most 262144");
  }

  @Test
  void anObjectInAnotherNamespaceIsRefused() {
    assertThat(
            Given.told(
                inspect("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: b}}")))
        .containsExactly(
            "object/stray-namespace: ConfigMap/c: expected the namespace \"lab\", found \"b\"");
  }

  @Test
  void anObjectOfTheWholeClusterNamesNoNamespace() {
    String start = "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, value: 1, metadata: ";

    assertThat(inspect(start + "{name: p}}")).isEmpty();
    assertThat(Given.told(inspect(start + "{name: p, namespace: lab}}")))
        .containsExactly(
            "object/stray-namespace: PriorityClass/p: expected no namespace, found \"lab\"");
  }

  @Test
  void customResourcesAreCheckedAsStrictly() {
    String route =
        "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace:"
            + " lab}, spec: ";

    assertThat(inspect(route + "{hostnames: [hub.lab.example]}}")).isEmpty();
    assertThat(Given.told(inspect(route + "{hostnames: [Hub_1]}}")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("object/bad-format: HTTPRoute/r:");
  }

  @Test
  void aKindThatTheMinorDoesNotHaveIsRefused() {
    assertThat(
            Given.told(
                inspect(
                    "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: a}}")))
        .containsExactly(
            "object/unknown-kind: PodDisruptionBudget/a: Kubernetes 1.35 has no kind"
                + " PodDisruptionBudget of policy/v1beta1");
  }

  @Test
  void namesLabelsAndQuantitiesAreHeldToTheServersForms() {
    assertThat(
            inspect(
                "{apiVersion: v1, kind: Service, metadata: {name: 1.2, namespace: lab, labels: {a:"
                    + " 'x y'}}, spec: {ports: [{port: 99999}]}}"))
        .hasSize(3);
    assertThat(
            inspect(
                POD_START
                    + "      - {name: hub, image: 'h:1', resources: {requests: {memory: 1GB}}}"))
        .hasSize(1);
  }
}
