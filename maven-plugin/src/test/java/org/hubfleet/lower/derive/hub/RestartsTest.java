package org.hubfleet.lower.derive.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.lower.Lowered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes restart the hub: those of what it mounts, and no other. */
class RestartsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{hub: {templateVars: {theme: dark}}}",
        "{singleuser: {memory: {limit: 2G}}}",
        "{hub: {extraConfig: {a: 'x = 1'}}}",
        "{hub: {extraFiles: {a: {mountPath: /a, stringData: x}}}}",
        "{cull: {timeout: 60}}",
        "{scheduling: {userScheduler: {enabled: false}}}"
      })
  void whatTheHubMountsRestartsIt(String change) {
    assertThat(annotations(change)).isNotEqualTo(annotations("{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{proxy: {chp: {extraEnv: {A: b}}}}",
        "{proxy: {service: {type: LoadBalancer}}}",
        "{prePuller: {continuous: {enabled: false}}}",
        "{prePuller: {extraImages: {a: {name: b, tag: '1'}}}}",
        "{scheduling: {userPlaceholder: {replicas: 4}}}",
        "{ingress: {enabled: true}}",
        "{custom: {unread: 1}}",
        "{hub: {networkPolicy: {enabled: false}}}"
      })
  void nothingElseRestartsIt(String change) {
    assertThat(annotations(change)).isEqualTo(annotations("{}"));
  }

  @Test
  void aValueRestartsTheHubOnlyIfItsSnippetsReadIt() {
    String snippet = "hub: {extraConfig: {a: \"get_config('custom.read')\"}}";

    String before = annotations("{custom: {read: 1, other: 1}, " + snippet + "}");

    assertThat(annotations("{custom: {read: 1, other: 2}, " + snippet + "}")).isEqualTo(before);
    assertThat(annotations("{custom: {read: 2, other: 1}, " + snippet + "}")).isNotEqualTo(before);
  }

  @Test
  void theJobThatDrawsTokensHasANewNameWhenItDoesSomethingElse() {
    String before = Lowered.of("{}").context("tokens.job");

    assertThat(Lowered.of("{cull: {timeout: 60}}").context("tokens.job")).isEqualTo(before);
    assertThat(Lowered.of("{hub: {image: {tag: '9'}}}").context("tokens.job")).isNotEqualTo(before);
    assertThat(Lowered.of("{hub: {services: {a: {}}}}").context("tokens.job")).isNotEqualTo(before);
  }

  private static String annotations(String values) {
    return Lowered.of(values).context("hub.annotations");
  }
}
