package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The goals as people call them, over a small fleet of two hubs. */
class MainTest {
  private static final String SNIPPET =
      """
      cluster: west
      overrides:
      - why: a snippet
        values:
          jupyterhub:
            hub:
              extraConfig:
                10-greeting: |
                  x = 1
                  def hello(:
                    pass
      """;

  @TempDir Path root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void fleet() throws IOException {
    write("config/fleet.yaml", "language: 1\nasOf: 2026-11-21\n");
    write("config/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n");
    write("config/communities/lab/hub.yaml", "cluster: west\n");
    write("config/communities/lab/course.yaml", "cluster: west\n");
  }

  @Test
  void fineFleetEndsWithZero() {
    assertThat(hubs("validate")).isZero();
    assertThat(out()).startsWith("0 errors, 0 warnings in 2 hubs with ");
  }

  @Test
  void problemsEndWithOne() throws IOException {
    write("config/communities/lab/hub.yaml", "cluster: wset\n");

    assertThat(hubs("validate")).isOne();
    assertThat(out())
        .contains(
            "config/communities/lab/hub.yaml:1:10: error [hub/unknown-cluster] there is no cluster"
                + " \"wset\"\n  1 | cluster: wset\n    |          ^\n  hint: did you mean"
                + " \"west\"?\n");
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(hubs("compil")).isEqualTo(2);
    assertThat(err()).contains("there is no goal \"compil\", did you mean compile?");
  }

  @Test
  void unknownParameterIsWrongUse() {
    assertThat(hubs("compile", "--clutser", "west")).isEqualTo(2);
    assertThat(err()).contains("did you mean --cluster?");
  }

  @Test
  void unknownFormatIsWrongUse() {
    assertThat(hubs("validate", "--format=jsn")).isEqualTo(2);
    assertThat(err()).contains("did you mean json?");
  }

  @Test
  void dateThatIsNoneIsWrongUse() {
    assertThat(hubs("validate", "--date=2026-02-30")).isEqualTo(2);
  }

  @Test
  void fleetIsFoundFromAFolderInside() {
    Path inside = root.resolve("config/communities/lab");

    assertThat(Main.run(new String[] {"compile"}, inside, stream(out), stream(err), false))
        .isZero();
    assertThat(root.resolve("generated/west/hubs/lab")).isDirectory();
  }

  @Test
  void compileSaysWhatChangedByHub() throws IOException {
    hubs("compile");
    out.reset();
    write("config/communities/lab/course.yaml", "cluster: west\nrelease: old-course\n");

    hubs("compile");

    assertThat(out())
        .contains("lab-course on west:\n")
        .contains("  changed generated/west/hubs/lab-course/hub.yaml\n")
        .contains("    changed Service/hub\n")
        .doesNotContain("lab on west");
  }

  @Test
  void secondCompileChangesNothing() {
    hubs("compile");
    out.reset();

    hubs("compile");

    assertThat(out()).startsWith("nothing changed in generated\n");
  }

  @Test
  void problemsKeepGeneratedAsItWas() throws IOException {
    hubs("compile");
    List<Path> before = files();
    write("config/communities/lab/more.yaml", "cluster: west\ntitel: More\n");

    assertThat(hubs("compile")).isOne();

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void removedHubLeavesGenerated() throws IOException {
    hubs("compile");
    Files.delete(root.resolve("config/communities/lab/course.yaml"));

    hubs("compile");

    assertThat(root.resolve("generated/west/hubs/lab-course/hub.yaml")).doesNotExist();
    assertThat(root.resolve("generated/west/hubs/lab/hub.yaml")).exists();
  }

  @Test
  void filesOfOthersAreReportedAndKept() throws IOException {
    hubs("compile");
    write("generated/west/hubs/lab/notes.txt", "mine\n");
    write("generated/east/thing.yaml", "mine: true\n");

    assertThat(hubs("compile")).isZero();

    assertThat(out())
        .contains("generated/west/hubs/lab/notes.txt: warning [generated/not-ours]")
        .contains("generated/east/thing.yaml: warning [generated/not-ours]");
    assertThat(root.resolve("generated/west/hubs/lab/notes.txt")).hasContent("mine");
  }

  @Test
  void hubOfOthersIsKeptWhenItsMarkIsGone() throws IOException {
    hubs("compile");
    Files.delete(root.resolve("generated/west/hubs/lab-course/.owned.yaml"));
    Files.delete(root.resolve("generated/west/hubs/lab-course/kustomization.yaml"));
    Files.delete(root.resolve("config/communities/lab/course.yaml"));

    hubs("compile");

    assertThat(root.resolve("generated/west/hubs/lab-course/hub.yaml")).exists();
  }

  @Test
  void staleFileFailsTheCheck() throws IOException {
    hubs("compile");
    write("generated/west/hubs/lab/hub.yaml", "kind: Service\n");

    assertThat(hubs("check")).isOne();

    assertThat(out())
        .contains("generated/west/hubs/lab/hub.yaml: error [generated/stale-file]")
        .contains("run mvn package and commit the result");
    assertThat(root.resolve("generated/west/hubs/lab/hub.yaml")).hasContent("kind: Service");
  }

  @Test
  void missingFileFailsTheCheck() throws IOException {
    hubs("compile");
    Files.delete(root.resolve("generated/west/hubs/lab/hub.yaml"));

    assertThat(hubs("check")).isOne();
  }

  @Test
  void narrowedRunLeavesTheRestUntouched() throws IOException {
    hubs("compile");
    write("generated/west/hubs/lab/hub.yaml", "old\n");
    write("generated/west/hubs/lab-course/hub.yaml", "old\n");

    assertThat(hubs("compile", "--hub", "lab/course")).isZero();

    assertThat(root.resolve("generated/west/hubs/lab/hub.yaml")).hasContent("old");
    assertThat(Files.readString(root.resolve("generated/west/hubs/lab-course/hub.yaml")))
        .startsWith("apiVersion");
  }

  @Test
  void errorsElsewhereAreCountedAndDoNotFailANarrowedRun() throws IOException {
    write("config/communities/lab/course.yaml", "cluster: wset\n");

    assertThat(hubs("validate", "--hub=lab")).isZero();

    assertThat(out()).startsWith("1 error in other parts of the fleet");
  }

  @Test
  void brokenHubIsAKnownHub() throws IOException {
    write("config/communities/lab/course.yaml", "cluster: wset\n");

    assertThat(hubs("validate", "--hub=lab-course")).isOne();

    assertThat(out()).contains("hub/unknown-cluster");
  }

  @Test
  void unknownHubIsAnErrorWithASuggestion() {
    assertThat(hubs("validate", "--hub=lab-corse")).isOne();
    assertThat(out()).contains("there is no hub \"lab-corse\"").contains("\"lab-course\"?");
  }

  @Test
  void unknownClusterIsAnErrorWithASuggestion() {
    assertThat(hubs("validate", "--cluster=wst")).isOne();
    assertThat(out()).contains("there is no cluster \"wst\"").contains("\"west\"?");
  }

  @Test
  void warningsFailWhenAsked() throws IOException {
    write("config/communities/lab/notes.txt", "x\n");

    assertThat(hubs("validate")).isZero();
    assertThat(hubs("validate", "--failOn", "warning")).isOne();
  }

  @Test
  void reportGoesToItsFileAndTextToTheScreen() throws IOException {
    write("config/communities/lab/hub.yaml", "cluster: wset\n");

    hubs("validate", "--format=json", "--report=" + root.resolve("out/report.json"));

    assertThat(Files.readString(root.resolve("out/report.json"))).contains("hub/unknown-cluster");
    assertThat(out()).contains("error [hub/unknown-cluster]");
  }

  @Test
  void machineFormatStandsAloneOnTheScreen() throws IOException {
    write("config/communities/lab/hub.yaml", "cluster: wset\n");

    hubs("validate", "--format=sarif");

    assertThat(out()).startsWith("{").endsWith("}\n");
  }

  @Test
  void coloursAreUsedOnATerminal() throws IOException {
    write("config/communities/lab/hub.yaml", "cluster: wset\n");

    Main.run(new String[] {"validate"}, root, stream(out), stream(err), true);

    assertThat(out()).contains("\u001b[1;31merror\u001b[0m [hub/unknown-cluster]");
  }

  @Test
  void folderWithoutAFleetIsAnError() throws IOException {
    Path empty = Files.createDirectories(root.resolve("empty/config")).getParent();
    Files.delete(root.resolve("config/fleet.yaml"));

    assertThat(hubs("validate", "--config=" + empty.resolve("nothing"))).isOne();
    assertThat(out()).contains("error [config/no-folder]");
  }

  @Test
  void snippetsAreSaidToBeUncheckedWithoutAPython() throws IOException {
    write("config/communities/lab/hub.yaml", SNIPPET);

    assertThat(hubs("validate")).isZero();
    assertThat(out()).contains("not checked: the Python of 1 snippet");
  }

  @Test
  @EnabledIf("hasPython")
  void pythonFindsTheLineThatIsWrong() throws IOException {
    write("config/communities/lab/hub.yaml", SNIPPET);

    assertThat(hubs("validate", "--python", "python3")).isOne();
    assertThat(out()).contains("config/communities/lab/hub.yaml:10:").contains("[python/syntax]");
  }

  @Test
  void pythonThatIsNotThereIsAnError() throws IOException {
    write("config/communities/lab/hub.yaml", SNIPPET);

    assertThat(hubs("validate", "--python", "no-such-python")).isOne();
    assertThat(out()).contains("[python/no-interpreter] \"no-such-python\" did not answer");
  }

  static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "-V").start().waitFor() == 0;
    } catch (IOException | InterruptedException none) {
      return false;
    }
  }

  @Test
  void ruleIsExplained() {
    assertThat(hubs("explain", "--rule", "yaml/duplicate-key")).isZero();
    assertThat(out()).contains("One map has the same key twice.");
  }

  @Test
  void misspeltRuleHasASuggestion() {
    assertThat(hubs("explain", "--rule", "yaml/duplicat-key")).isOne();
    assertThat(err()).contains("did you mean yaml/duplicate-key?");
  }

  @Test
  void valueIsExplained() {
    assertThat(hubs("explain", "--hub=lab", "--path=jupyterhub.debug.enabled")).isZero();
    assertThat(out()).contains("jupyterhub.debug.enabled: ").contains("(upstream)");
  }

  @Test
  void objectIsExplained() {
    assertThat(hubs("explain", "--hub=lab", "--object=Service/hub", "--path=metadata")).isZero();
    assertThat(out()).contains("  from config/communities/lab/hub.yaml:1:10 (hub)");
  }

  @Test
  void schemasAreWrittenAndCheckedWherePresent() throws IOException {
    hubs("compile");
    assertThat(hubs("schemas")).isZero();
    assertThat(hubs("check")).isZero();
    write("schemas/hub.json", "{}\n");

    assertThat(hubs("check")).isOne();
    assertThat(out()).contains("schemas/hub.json: error [generated/stale-schema]");
  }

  private int hubs(String... args) {
    return Main.run(args, root, stream(out), stream(err), false);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("generated"))) {
      return all.sorted().toList();
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
