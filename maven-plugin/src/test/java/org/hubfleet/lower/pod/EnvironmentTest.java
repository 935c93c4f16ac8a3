package org.hubfleet.lower.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.lower.Lowered;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Sequence;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  @Test
  void fixedVariablesComeFirst() {
    assertThat(environment("{hub: {extraEnv: {B: b}}}", "{}"))
        .isEqualTo("[{\"name\": \"A\",\"value\": \"fixed\"},{\"name\": \"B\",\"value\": \"b\"}]");
  }

  @Test
  void peopleReplaceAFixedVariable() {
    assertThat(environment("{hub: {extraEnv: {A: mine}}}", "{}"))
        .isEqualTo("[{\"name\": \"A\",\"value\": \"mine\"}]");
  }

  @Test
  void aMapIsMergedWithItsName() {
    assertThat(
            environment(
                "{hub: {extraEnv: {A: {valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}}}}",
                "{}"))
        .isEqualTo(
            "[{\"name\": \"A\",\"valueFrom\": {\"fieldRef\": {\"fieldPath\": \"spec.nodeName\"}}}]");
  }

  @Test
  void aListIsTakenAsItIsTheLastOfANameWinning() {
    assertThat(
            environment("{hub: {extraEnv: [{name: A, value: '1'}, {name: A, value: '2'}]}}", "{}"))
        .isEqualTo("[{\"name\": \"A\",\"value\": \"2\"}]");
  }

  @Test
  void aSecretsLineBecomesAReference() {
    assertThat(
            environment("{}", "{secrets: {jupyterhub.hub.extraEnv.A: {secret: keys, key: api}}}"))
        .isEqualTo(
            "[{\"name\": \"A\",\"valueFrom\": {\"secretKeyRef\": {\"name\": \"keys\","
                + "\"key\": \"api\"}}}]");
  }

  @Test
  void eachVariableKnowsItsLine() {
    Lowered lowered = Lowered.of("hub:\n  extraEnv:\n    B: b\n");

    Sequence made = Environment.of(lowered.values(), "hub.extraEnv", List.of());

    assertThat(made.items().get(0).at("value").orElseThrow().origin().place().toString())
        .isEqualTo("values.yaml:3:8");
  }

  private static String environment(String values, String hubFile) {
    Lowered lowered = Lowered.of(values, hubFile);
    Mapping fixed = Environment.variable("A", "fixed", lowered.blueprint().hub().clusterOrigin());
    return Lowered.json(Environment.of(lowered.values(), "hub.extraEnv", List.of(fixed)));
  }
}
