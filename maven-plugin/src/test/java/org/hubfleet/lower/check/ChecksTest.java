package org.hubfleet.lower.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hubfleet.SmallFleet;
import org.hubfleet.compiler.Compiler;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reported about the meaning of values that are all known and of the right type. */
class ChecksTest {
  private static final Compiler COMPILER = new Compiler();

  @TempDir Path scratch;

  @Nested
  class OfProfiles {
    @Test
    void differentOnesAreFine() throws IOException {
      assertThat(profiles("{display_name: Small, default: true}", "{display_name: Large}"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{display_name: a, slug: x}      | {display_name: b, slug: x}",
          "{display_name: Small 1}         | {display_name: small-1}",
          "{display_name: 'C++'}           | {display_name: c}",
          "{display_name: Small}           | {display_name: b, slug: small}",
          "{display_name: 小}              | {display_name: 小}"
        })
    void twoOfOneSlugAreAnError(String one, String other) throws IOException {
      assertThat(profiles(one, other)).containsExactly("error [profiles/duplicate-slug]");
    }

    @Test
    void twoDefaultsAreAWarning() throws IOException {
      assertThat(profiles("{display_name: a, default: true}", "{display_name: b, default: true}"))
          .containsExactly("warning [profiles/two-defaults]");
    }

    @Test
    void twoDefaultChoicesAreAWarning() throws IOException {
      String choices =
          "choices: {s: {display_name: s, default: true}, l: {display_name: l, default: true}}";

      assertThat(profiles("{display_name: a, profile_options: {size: {" + choices + "}}}"))
          .containsExactly("warning [profiles/two-defaults]");
    }

    @Test
    void optionWithNothingToChooseIsAnError() throws IOException {
      assertThat(profiles("{display_name: a, profile_options: {size: {display_name: Size}}}"))
          .containsExactly("error [profiles/no-choice]");
    }

    @Test
    void openFieldWithoutAPatternIsAWarning() throws IOException {
      assertThat(
              profiles(
                  "{display_name: a, profile_options: {image: {unlisted_choice:"
                      + " {enabled: true, kubespawner_override: {image: '{value}'}}}}}"))
          .containsExactly("warning [profiles/unchecked-write-in]");
    }

    private List<String> profiles(String... profiles) throws IOException {
      return rules("{singleuser: {profileList: [" + String.join(", ", profiles) + "]}}");
    }
  }

  @Nested
  class OfSwitches {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{ingress: {hosts: [a.example]}}",
          "{cull: {enabled: false, timeout: 60}}",
          "{proxy: {https: {letsencrypt: {contactEmail: a@b.example}}}}",
          "{scheduling: {podPriority: {globalDefault: true}}}",
          "{scheduling: {userScheduler: {enabled: false, replicas: 1}}}",
          "{hub: {networkPolicy: {enabled: false, allowedIngressPorts: [80]}}}",
          "{hub: {pdb: {minAvailable: 1}}}",
          "{hub: {serviceAccount: {create: false, annotations: {a: b}}}}",
          "{hub: {db: {type: postgres, url: 'postgresql://db/hub', pvc: {storage: 2Gi}}}}",
          "{singleuser: {storage: {type: none, dynamic: {storageClass: fast}}}}",
          "{singleuser: {storage: {static: {subPath: a}}}}",
          "{singleuser: {networkTools: {image: {tag: '1'}}}}"
        })
    void settingWhoseSwitchIsOffIsAWarning(String values) throws IOException {
      assertThat(rules(values)).contains("warning [values/dead-setting]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{ingress: {enabled: true, hosts: [a.example]}}",
          "{cull: {enabled: false}}",
          "{cull: {timeout: 60}}",
          "{hub: {serviceAccount: {create: false, name: mine}}}",
          "{singleuser: {storage: {dynamic: {storageClass: fast}}}}"
        })
    void settingWhoseSwitchIsOnIsFine(String values) throws IOException {
      assertThat(rules(values)).doesNotContain("warning [values/dead-setting]");
    }

    @Test
    void hubMayDeclineWhatItsFleetPrepared() throws IOException {
      SmallFleet fleet =
          fleet("{cull: {enabled: false}}")
              .with(
                  "fleet.yaml",
                  "language: 1\nasOf: 2026-11-21\ndefaults:\n  overrides:\n"
                      + "  - {why: For all., values: {jupyterhub: {cull: {timeout: 60}}}}\n");

      assertThat(SmallFleet.heads(fleet.compile(COMPILER))).isEmpty();
    }

    @Test
    void authenticatorThatIsNotSelectedIsAWarning() throws IOException {
      assertThat(
              rules(
                  "{hub: {config: {JupyterHub: {authenticator_class: github}, GitHubOAuthenticator:"
                      + " {client_id: a}, GoogleOAuthenticator: {client_id: b}}}}"))
          .contains("warning [values/unselected-class]");
    }
  }

  @Nested
  class OfSnippets {
    @Test
    void valueThatIsThereIsFine() throws IOException {
      assertThat(reads("x = get_config(\"custom.there\")")).isEmpty();
    }

    @Test
    void valueThatIsMissingIsAWarning() throws IOException {
      assertThat(reads("x = get_config(\"custom.nothing\") or get_config(\"custom.there\")"))
          .isEmpty();
      assertThat(reads("x = [get_config('custom.there'), get_config( 'custom.nothing' )]"))
          .containsExactly("warning [snippets/missing-value]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "x = get_config('custom.nothing', {}), get_config('custom.there')",
          "x = get_config('custom.nothing', default=1), get_config('custom.there')",
          "if get_config('custom.nothing'): x = get_config('custom.there')",
          "x = get_config('custom.there') # not get_config('custom.nothing')",
          "x = get_config(f'custom.{name}')"
        })
    void readWithADefaultOrInAConditionIsFine(String code) throws IOException {
      assertThat(reads(code)).isEmpty();
    }

    @Test
    void valueOfASecretIsThere() throws IOException {
      String secrets = "secrets: {jupyterhub.custom.bot.token: {secret: bot, key: token}}\n";

      assertThat(rules(code("x = get_config('custom.bot.token')"), secrets)).isEmpty();
      assertThat(rules(code("x = get_config('custom.bot')"), secrets)).isEmpty();
    }

    @Test
    void declaredValueMayComeLater() throws IOException {
      String declared = "extensions: [{path: jupyterhub.custom.later, type: string}]\n";

      assertThat(rules(code("x = get_config('custom.later')"), declared))
          .doesNotContain("warning [snippets/missing-value]");
    }

    private List<String> reads(String code) throws IOException {
      return rules("{custom: {there: 1}, " + code(code).substring(1));
    }

    private static String code(String code) {
      return "{hub: {extraConfig: {a: \"" + code.replace("\"", "\\\"") + "\"}}}";
    }
  }

  private List<String> rules(String values) throws IOException {
    return rules(values, "");
  }

  private List<String> rules(String values, String hubFile) throws IOException {
    SmallFleet fleet = fleet(values);
    fleet.with(SmallFleet.HUB, hub(values) + hubFile);
    return SmallFleet.heads(fleet.compile(COMPILER)).stream()
        .map(head -> head.substring(head.indexOf(": ") + 2))
        .toList();
  }

  private SmallFleet fleet(String values) throws IOException {
    return new SmallFleet(scratch).with(SmallFleet.HUB, hub(values));
  }

  private static String hub(String values) {
    return "cluster: west\noverrides:\n- {why: A test., values: {jupyterhub: " + values + "}}\n";
  }
}
