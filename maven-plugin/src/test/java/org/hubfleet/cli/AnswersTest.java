package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hubfleet.cli.FleetOnDisk.Called;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goals that answer rather than report: in the format and the file that was asked for. */
class AnswersTest {
  private static final String[] MEMORY = {
    "explain", "--hub=lab", "--path=jupyterhub.singleuser.memory.guarantee"
  };
  private static final String LIMITED =
      """
      cluster: west
      overrides:
      - why: a smaller one
        values:
          jupyterhub: {singleuser: {memory: {guarantee: 512M}}}
      """;

  @TempDir Path root;
  private FleetOnDisk fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = FleetOnDisk.in(root, "config");
    fleet.write("config/communities/lab/hub.yaml", LIMITED);
  }

  @Test
  void valueIsExplainedToMachines() {
    JsonNode answer = json(fleet.call(with("--format=json")).out());

    assertThat(answer.path("path").stringValue()).isEqualTo(MEMORY[2].substring(7));
    JsonNode value = answer.path("values").path(0);
    assertThat(value.path("value").stringValue()).isEqualTo("512M");
    assertThat(value.path("from").path("file").stringValue())
        .isEqualTo("config/communities/lab/hub.yaml");
    assertThat(value.path("from").path("line").intValue()).isEqualTo(5);
    assertThat(value.path("overrode").path(0).path("value").stringValue()).isEqualTo("1G");
    assertThat(value.path("overrode").path(0).path("layer").stringValue()).isEqualTo("upstream");
    assertThat(value.path("reaches").findValuesAsString("trait"))
        .contains("KubeSpawner.mem_guarantee");
  }

  @Test
  void fieldOfAnObjectIsExplainedToMachines() {
    Called called =
        fleet.call(
            "explain", "--hub=lab", "--object=Service/hub", "--path=kind", "--format", "json");

    assertThat(json(called.out()).path("values").path(0).path("value").stringValue())
        .isEqualTo("Service");
  }

  @Test
  void ruleIsExplainedToMachines() {
    Called called = fleet.call("explain", "--rule=yaml/duplicate-key", "--format=json");

    assertThat(json(called.out()).path("severity").stringValue()).isEqualTo("error");
    assertThat(json(called.out()).path("wrong").isObject()).isTrue();
  }

  @Test
  void answerGoesToItsFileAndTextToTheScreen() throws IOException {
    Called called = fleet.call(with("--format=json", "--report=out/answer.json"));

    assertThat(json(fleet.text("out/answer.json")).path("goal").stringValue()).isEqualTo("explain");
    assertThat(called.out()).startsWith("jupyterhub.singleuser.memory.guarantee: \"512M\"\n");
  }

  @Test
  void textGoesToItsFileToo() throws IOException {
    Called called = fleet.call(with("--report=out/answer.txt"));

    assertThat(fleet.text("out/answer.txt")).isEqualTo(called.out());
  }

  @Test
  void formatOfProblemsIsWrongUseForAnExplanation() {
    Called called = fleet.call(with("--format=sarif"));

    assertThat(called.status()).isEqualTo(2);
    assertThat(called.err())
        .contains("explain answers in text or json: sarif is a format of problems");
  }

  @Test
  void importAnswersMachinesToo() throws IOException {
    fleet.write("values.yaml", "jupyterhub: {hub: {revisionHistoryLimit: 3}}\n");

    Called called =
        fleet.call(
            "import",
            "--values=" + root.resolve("values.yaml"),
            "--hub=lab/new",
            "--cluster=west",
            "--format=json");

    assertThat(json(called.out()).path("file").stringValue())
        .isEqualTo("config/communities/lab/new.yaml");
    assertThat(json(called.out()).path("values").intValue()).isOne();
  }

  private static String[] with(String... more) {
    return java.util.stream.Stream.of(MEMORY, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
