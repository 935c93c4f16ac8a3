package org.hubfleet.lower.derive.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.lower.Lowered;
import org.junit.jupiter.api.Test;

class VisibleValuesTest {
  @Test
  void onlyWhatIsReadIsMounted() {
    assertThat(values("{custom: {a: 1, b: 2}, hub: {extraConfig: {x: get_config('custom.a')}}}"))
        .isEqualTo("{\"custom\": {\"a\": 1}}");
  }

  @Test
  void allOfCustomIsMountedForAPathKnownAtRunTimeOnly() {
    assertThat(values("{custom: {a: 1, b: 2}, hub: {extraConfig: {x: get_config(path)}}}"))
        .isEqualTo("{\"custom\": {\"a\": 1,\"b\": 2}}");
  }

  @Test
  void aPathThatLeadsNowhereAddsNothing() {
    assertThat(values("{hub: {extraConfig: {x: get_config('custom.a.b')}}}")).isEqualTo("{}");
  }

  @Test
  void pythonFilesAreReadToo() {
    assertThat(
            values(
                "{custom: {a: 1}, hub: {extraFiles: {x: {mountPath: /x.py,"
                    + " stringData: get_config('custom.a')}}}}"))
        .isEqualTo("{\"custom\": {\"a\": 1}}");
  }

  @Test
  void extensionsKeepWhatTheyName() {
    Lowered lowered =
        Lowered.of("{custom: {a: 1}}", "{extensions: [{path: 'jupyterhub.custom.a.*'}]}");

    assertThat(values(lowered)).isEqualTo("{\"custom\": {\"a\": 1}}");
  }

  @Test
  void theConfigurationIsMountedWhenASecretIsLaidOverIt() {
    assertThat(values("{hub: {existingSecret: own}}"))
        .isEqualTo(
            "{\"hub\": {\"config\": {\"JupyterHub\": {\"admin_access\": true,"
                + "\"authenticator_class\": \"dummy\"}}}}");
  }

  private static String values(String values) {
    return values(Lowered.of(values));
  }

  private static String values(Lowered lowered) {
    return Lowered.json(VisibleValues.of(lowered.values(), Snippets.of(lowered.values())));
  }
}
