package org.hubfleet.lower.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Lowered;
import org.hubfleet.source.Scalar;
import org.junit.jupiter.api.Test;

class FilesTest {
  private final List<Diagnostic> problems = new ArrayList<>();

  @Test
  void textIsKeptAndMountedByItsKey() {
    Files files = files("{a: {mountPath: /etc/a, stringData: hi, mode: 420}}", "{}");

    assertThat(Lowered.json(files.data())).isEqualTo("{\"a\": \"hi\"}");
    assertThat(Lowered.json(files.sources()))
        .isEqualTo(
            "[{\"configMap\": {\"name\": \"hub-files\",\"items\": [{\"key\": \"a\",\"path\": \"a\","
                + "\"mode\": 420}]}}]");
    assertThat(Lowered.json(files.mounts()))
        .isEqualTo("[{\"name\": \"files\",\"mountPath\": \"/etc/a\",\"subPath\": \"a\"}]");
  }

  @Test
  void dataIsWrittenAsTheEndingSays() {
    Files files =
        files(
            "{j: {mountPath: /a.json, data: {x: 1}}, y: {mountPath: /a.yml, data: {x: 1}},"
                + " t: {mountPath: /a.toml, data: {x: 1}}}",
            "{}");

    assertThat(files.data().get("j").orElseThrow().string()).contains("{\n  \"x\": 1\n}\n");
    assertThat(files.data().get("y").orElseThrow().string()).contains("x: 1\n");
    assertThat(files.data().get("t").orElseThrow().string()).contains("x = 1\n");
  }

  @Test
  void dataWithAnotherEndingIsAnError() {
    files("{a: {mountPath: /a.conf, data: {x: 1}}}", "{}");

    assertThat(problems).extracting(p -> p.rule().toString()).containsExactly("values/file-ending");
  }

  @Test
  void twoContentsAreAnError() {
    files("{a: {mountPath: /a.json, data: {x: 1}, stringData: x}}", "{}");

    assertThat(problems)
        .extracting(p -> p.rule().toString())
        .containsExactly("values/file-content");
  }

  @Test
  void noContentIsAnError() {
    files("{a: {mountPath: /a.json}}", "{}");

    assertThat(problems)
        .extracting(p -> p.rule().toString())
        .containsExactly("values/file-content");
  }

  @Test
  void nullInTomlIsAnError() {
    files("{a: {mountPath: /a.toml, data: {x: [null]}}}", "{}");

    assertThat(problems).extracting(p -> p.rule().toString()).containsExactly("values/toml-null");
  }

  @Test
  void binaryDataLosesItsLineBreaks() {
    Files files = files("{a: {mountPath: /a, binaryData: \"aGk=\\n aGk=\"}}", "{}");

    assertThat(Lowered.json(files.binaryData())).isEqualTo("{\"a\": \"aGk=aGk=\"}");
  }

  @Test
  void namesAreMadeFitForKeysAndStayDifferent() {
    Files files =
        files("{a b: {mountPath: /1, stringData: x}, a-b: {mountPath: /2, stringData: y}}", "{}");

    assertThat(Lowered.json(files.data())).isEqualTo("{\"a-b\": \"x\",\"a-b-2\": \"y\"}");
  }

  @Test
  void contentUnderSecretsComesFromThere() {
    Files files =
        files(
            "{a: {mountPath: /a, mode: 256}}",
            "{secrets: {jupyterhub.hub.extraFiles.a.stringData: {secret: s, key: k}}}");

    assertThat(Lowered.json(files.sources()))
        .isEqualTo(
            "[{\"secret\": {\"name\": \"s\",\"items\": [{\"key\": \"k\",\"path\": \"a\","
                + "\"mode\": 256}]}}]");
    assertThat(files.data().isEmpty()).isTrue();
    assertThat(problems).isEmpty();
  }

  private Files files(String extraFiles, String hubFile) {
    Lowered lowered = Lowered.of("{hub: {extraFiles: " + extraFiles + "}}", hubFile);
    Scalar name = Scalar.string("hub-files", lowered.blueprint().hub().clusterOrigin());
    return Files.of(lowered.values(), "hub.extraFiles", Files.Keeper.CONFIG_MAP, name, problems);
  }
}
