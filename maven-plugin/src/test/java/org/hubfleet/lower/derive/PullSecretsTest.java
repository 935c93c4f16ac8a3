package org.hubfleet.lower.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.lower.Lowered;
import org.junit.jupiter.api.Test;

class PullSecretsTest {
  @Test
  void thereAreNoneByDefault() {
    assertThat(Lowered.of("{}").context("pullSecrets.hub")).isEqualTo("[]");
  }

  @Test
  void namesEachSecretOnce() {
    Lowered lowered =
        Lowered.of("{hub: {image: {pullSecrets: [a]}}, imagePullSecrets: [b, {name: a}]}");

    assertThat(lowered.context("pullSecrets.hub"))
        .isEqualTo("[{\"name\": \"a\"},{\"name\": \"b\"}]");
    assertThat(lowered.context("pullSecrets.proxy"))
        .isEqualTo("[{\"name\": \"b\"},{\"name\": \"a\"}]");
  }

  @Test
  void addsTheOneMadeHere() {
    Lowered lowered = Lowered.of("{fullnameOverride: x, imagePullSecret: {create: true}}");

    assertThat(lowered.context("pullSecrets.hub"))
        .isEqualTo("[{\"name\": \"x-image-pull-secret\"}]");
  }

  @Test
  void addsTheOneNamedUnderSecretsInstead() {
    Lowered lowered =
        Lowered.of(
            "{imagePullSecret: {create: true}}",
            "{secrets: {jupyterhub.imagePullSecret: {secret: registry}}}");

    assertThat(lowered.context("pullSecrets.hub")).isEqualTo("[{\"name\": \"registry\"}]");
  }

  @Test
  void doesNotAddTheOneMadeHereWhenNotWanted() {
    Lowered lowered =
        Lowered.of("{imagePullSecret: {create: true, automaticReferenceInjection: false}}");

    assertThat(lowered.context("pullSecrets.hub")).isEqualTo("[]");
  }
}
