package org.hubfleet.lower.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.lower.Lowered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jupyterhub.hub.config.GitHubOAuthenticator.client_secret",
        "jupyterhub.hub.config.LTI11Authenticator.consumers[\"a.b\"]",
        "jupyterhub.hub.cookieSecret",
        "jupyterhub.hub.db.password",
        "jupyterhub.hub.services.bot.apiToken",
        "jupyterhub.hub.extraEnv.TOKEN",
        "jupyterhub.singleuser.extraFiles.key.stringData",
        "jupyterhub.custom.a.b",
        "jupyterhub.proxy.secretToken"
      })
  void lineIsFollowed(String path) {
    Lowered lowered = with(path, "{secret: s, key: k}");

    assertThat(lowered.rules()).isEmpty();
    assertThat(SecretLines.of(lowered.values()).at(path)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jupyterhub.hub.config.GitHubOAuthenticator",
        "jupyterhub.hub.config.A.b[0]",
        "jupyterhub.hub.extraEnv.TOKEN.value",
        "jupyterhub.hub.baseUrl",
        "jupyterhub..hub",
        ""
      })
  void lineThatLeadsNowhereIsAnError(String path) {
    Lowered lowered = with(path, "{secret: s, key: k}");

    assertThat(lowered.rules()).containsExactly("secrets/unsupported-path");
    assertThat(lowered.problems().get(0).hint().orElseThrow())
        .contains("hub.config.<Class>.<trait>");
  }

  @Test
  void aPathWithoutItsRootIsToldTheRoot() {
    assertThat(with("hub.cookieSecret", "{secret: s, key: k}").problems().get(0).hint())
        .contains("write jupyterhub.hub.cookieSecret");
  }

  @Test
  void aValueNeedsAKey() {
    assertThat(with("jupyterhub.hub.cookieSecret", "{secret: s}").rules())
        .containsExactly("secrets/no-key");
  }

  @Test
  void aWholeSecretNeedsNone() {
    assertThat(with("jupyterhub.proxy.https.manual", "{secret: s}").rules()).isEmpty();
  }

  @Test
  void valueAndLineForOnePathAreAnError() {
    Lowered lowered =
        Lowered.of(
            "{hub: {db: {password: x}}}",
            "{secrets: {jupyterhub.hub.db.password: {secret: s, key: k}}}");

    assertThat(lowered.rules()).containsExactly("secrets/value-and-reference");
    assertThat(lowered.problems().get(0).related().get(0).place().toString())
        .isEqualTo("values.yaml:1:23");
  }

  private static Lowered with(String path, String line) {
    return Lowered.of("{}", "{secrets: {'" + path + "': " + line + "}}");
  }

  @ParameterizedTest
  @CsvSource({
    "jupyterhub.proxy.secretToken, jupyterhub.hub.config.ConfigurableHTTPProxy.auth_token",
    "jupyterhub.hub.cookieSecret, jupyterhub.hub.config.JupyterHub.cookie_secret",
    "jupyterhub.hub.cookieSecret, 'jupyterhub[\"hub\"].cookieSecret'",
    "jupyterhub.hub.services.bot.apiToken, jupyterhub.hub.services.bot.api_token",
    "jupyterhub.imagePullSecret, jupyterhub.imagePullSecret.password"
  })
  void twoLinesForOneCredentialAreAnError(String one, String other) {
    Lowered lowered =
        Lowered.of(
            "{}",
            "secrets:\n  '%s': {secret: a, key: k}\n  '%s': {secret: b, key: k}\n"
                .formatted(one, other));

    assertThat(lowered.rules()).contains("secrets/two-lines");
  }

  @Test
  void partsOfOneSecretMayBeSaidOneByOne() {
    Lowered lowered =
        Lowered.of(
            "{}",
            "secrets: {jupyterhub.imagePullSecret.password: {secret: a},"
                + " jupyterhub.imagePullSecret.username: {secret: a}}");

    assertThat(lowered.rules()).doesNotContain("secrets/two-lines");
  }
}
