package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class MissingKeyTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new MissingKey().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String READS =
      "{kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, env: [{name: A, valueFrom: {configMapKeyRef: {name: map, key: colour}}}]}]}}";

  @Test
  void aKeyThatAnEmittedConfigMapLacksIsReported() {
    List<Diagnostic> found =
        inspect(
            Given.blueprint(), READS, "{kind: ConfigMap, metadata: {name: map}, data: {color: x}}");

    assertThat(Given.told(found))
        .containsExactly(
            "hub/missing-key: the ConfigMap \"map\" has no key \"colour\", which Pod/a reads for"
                + " spec.containers[0].env.A");
    assertThat(Given.hint(found)).contains("did you mean \"color\"?");
  }

  @Test
  void aKeyThatIsThereIsFine() {
    assertThat(
            inspect(
                Given.blueprint(),
                READS,
                "{kind: ConfigMap, metadata: {name: map}, binaryData: {colour: x}}"))
        .isEmpty();
  }

  @Test
  void keysOfAnExpectedObjectAreKnownWhenListed() {
    String expects = "{cluster: west, expects: [{kind: ConfigMap, name: map";

    assertThat(inspect(Given.blueprint(Given.hub(expects + "}]}", "{}"), "{}"), READS)).isEmpty();
    assertThat(inspect(Given.blueprint(Given.hub(expects + ", keys: [a]}]}", "{}"), "{}"), READS))
        .hasSize(1);
  }

  @Test
  void aSecretThatIsFilledInTheClusterMayHaveAnyKey() {
    assertThat(
            inspect(
                Given.blueprint(),
                READS.replace("configMapKeyRef", "secretKeyRef"),
                "{kind: Secret, metadata: {name: map}}"))
        .isEmpty();
  }

  @Test
  void aSecretsLineIsHeldToTheKeysOfItsSecret() {
    Blueprint blueprint =
        Given.blueprint(
            Given.hub("{cluster: west, secrets: {jupyterhub.a: {secret: login, key: id}}}", "{}"),
            "{}");

    assertThat(
            inspect(blueprint, "{kind: Secret, metadata: {name: login}, stringData: {other: x}}"))
        .hasSize(1);
    assertThat(inspect(blueprint, "{kind: Secret, metadata: {name: login}, stringData: {id: x}}"))
        .isEmpty();
  }
}
