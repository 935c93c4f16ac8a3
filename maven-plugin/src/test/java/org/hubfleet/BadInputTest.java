package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken as files, or as YAML: a clear report or a faithful value, nothing else. */
class BadInputTest {
  private static final Compiler COMPILER = new Compiler();
  private static final String HUB_FILE = "config/" + SmallFleet.HUB;

  @TempDir Path home;
  private SmallFleet fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = new SmallFleet(home);
  }

  private List<String> found() {
    return SmallFleet.heads(fleet.compile(COMPILER));
  }

  private List<String> foundIn(String hub) throws IOException {
    fleet.with(SmallFleet.HUB, hub);
    return found();
  }

  @Test
  void anEmptyHub() throws IOException {
    assertThat(foundIn("")).containsExactly(HUB_FILE + ": error [yaml/empty]");
    assertThat(foundIn(" \n# nothing\n---\n")).containsExactly(HUB_FILE + ": error [yaml/empty]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void anotherEncoding(String charset) throws IOException {
    fleet.with(SmallFleet.HUB, "cluster: west\ntitle: Caf\u00e9\n".getBytes(charset));

    assertThat(found()).hasSize(1).allMatch(head -> head.endsWith(": error [config/not-utf-8]"));
  }

  @Test
  void bytesOfLatin1() throws IOException {
    fleet.with(
        SmallFleet.HUB, "cluster: west\ntitle: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(found()).containsExactly(HUB_FILE + ":2:11: error [config/not-utf-8]");
  }

  @Test
  void aByteOrderMark() throws IOException {
    assertThat(foundIn("\ufeffcluster: west\n")).isEmpty();
    assertThat(foundIn("\ufeffcluster: wst\n"))
        .containsExactly(HUB_FILE + ":1:10: error [hub/unknown-cluster]");
  }

  @Test
  void windowsLineEnds() throws IOException {
    assertThat(foundIn("cluster: west\r\ntitle: Tidal Lab\r\n")).isEmpty();
    assertThat(foundIn("title: Tidal\r\ncluster: wst\r\n"))
        .containsExactly(HUB_FILE + ":2:10: error [hub/unknown-cluster]");
  }

  @Test
  void tabs() throws IOException {
    Outcome<Compilation> outcome =
        fleet.with(SmallFleet.HUB, "cluster: west\nallow:\n\t- rule: x\n").compile(COMPILER);

    assertThat(SmallFleet.heads(outcome)).containsExactly(HUB_FILE + ":3:1: error [yaml/syntax]");
    assertThat(fleet.report(outcome)).contains("hint: indent with spaces, never with tabs");
  }

  @Test
  void aNulByteAndOtherControlCharacters() throws IOException {
    assertThat(foundIn("cluster: we\u0000st\n"))
        .containsExactly(HUB_FILE + ":1:12: error [config/not-utf-8]");
    assertThat(foundIn("cluster: west\ntitle: \"\ud83d\ude00\u0007\"\n"))
        .containsExactly(HUB_FILE + ":2:10: error [yaml/syntax]");
  }

  @Test
  void tenMegabytes() throws IOException {
    assertThat(foundIn("title: " + "x".repeat(10 << 20)))
        .containsExactly(HUB_FILE + ": error [yaml/too-large]");
    assertThat(foundIn("title: " + "x".repeat(2 << 20)))
        .containsExactly(HUB_FILE + ": error [yaml/too-large]");
  }

  @ParameterizedTest
  @CsvSource({"[,61", "{a: ,61", "'- ',60"})
  void deepNesting(String opener, int level) throws IOException {
    assertThat(foundIn("cluster: west\ntitle: " + opener.repeat(50_000)))
        .hasSize(1)
        .allMatch(line -> line.endsWith("error [yaml/too-deep]") || line.contains("yaml/syntax"));
  }

  @Test
  void nestingByIndent() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(foundIn(text.toString()))
        .containsExactly(HUB_FILE + ":61:61: error [yaml/too-deep]");
  }

  @Test
  void anAliasBomb() throws IOException {
    StringBuilder text = new StringBuilder("cluster: west\noverrides:\n- why: x\n  values:\n");
    text.append("    custom:\n      a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("      a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n");
    }
    assertThat(foundIn(text.toString()))
        .hasSize(1)
        .allMatch(line -> line.endsWith("error [yaml/too-large]"));
  }

  @Test
  void aliasesThatLeadNowhereOrInACircle() throws IOException {
    assertThat(foundIn("cluster: west\ntitle: *gone\n"))
        .contains(HUB_FILE + ":2:8: error [yaml/alias]");
    assertThat(foundIn("cluster: west\ntitle: &me [*me]\n"))
        .contains(HUB_FILE + ":2:13: error [yaml/alias]");
    assertThat(foundIn("&me\ncluster: west\ntitle: *me\n"))
        .contains(HUB_FILE + ":3:8: error [yaml/alias]");
  }

  @Test
  void duplicateKeys() throws IOException {
    assertThat(foundIn("cluster: west\ntitle: a\n\"title\": b\n"))
        .containsExactly(HUB_FILE + ":3:1: error [yaml/duplicate-key]");
  }

  @Test
  void mergeKeys() throws IOException {
    String inside =
        """
        cluster: west
        overrides:
        - why: shared
          values:
            jupyterhub:
              hub: {templateVars: {a: &a {x: 1}, b: {<<: *a, z: 2}}}
        """;
    assertThat(foundIn(inside)).isEmpty();
    assertThat(foundIn("cluster: west\n<<: {title: a}\n"))
        .containsExactly(HUB_FILE + ":2:1: error [yaml/merge-key]");
    assertThat(foundIn(inside.replace("<<: *a", "<<: [*a, 5]")))
        .containsExactly(HUB_FILE + ":6:46: error [yaml/merge-key]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "Yes",
        "on",
        "y",
        "True",
        "NULL",
        "0777",
        "0o17",
        "0x1F",
        "1e3",
        "1_000",
        "22:22",
        "+5",
        ".5",
        "5.",
        ".inf",
        ".NaN",
        "2026-11-21T10:00:00Z",
        "=",
        "-0"
      })
  void spellingsThatReadersUnderstandDifferently(String spelling) throws IOException {
    assertThat(foundIn("cluster: west\ntitle: " + spelling + "\n"))
        .contains(HUB_FILE + ":2:8: error [yaml/ambiguous-scalar]");
    assertThat(foundIn("cluster: west\ntitle: \"" + spelling + "\"\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 20_000})
  void numbersWithoutEnd(int length) throws IOException {
    assertThat(foundIn("cluster: west\ntitle: " + "9".repeat(length) + "\n"))
        .contains(HUB_FILE + ":2:8: error [yaml/ambiguous-scalar]");
    assertThat(foundIn("cluster: west\ntitle: 1" + ":1".repeat(length) + "\n"))
        .contains(HUB_FILE + ":2:8: error [yaml/ambiguous-scalar]");
    assertThat(foundIn("cluster: west\ntitle: a" + ":a".repeat(length) + "\n")).isEmpty();
  }

  @Test
  void halfACharacter() throws IOException {
    assertThat(foundIn("cluster: west\ntitle: \"\\ud83d\"\n"))
        .containsExactly(HUB_FILE + ":2:8: error [yaml/odd-character]");
    assertThat(foundIn("cluster: west\ntitle: \"\\ud83d\\ude00\"\n")).isEmpty();
  }

  @Test
  void keysThatAreNoTextOrTooLong() throws IOException {
    assertThat(foundIn("cluster: west\n? [a]\n: b\n"))
        .containsExactly(HUB_FILE + ":2:3: error [yaml/key]");
    assertThat(foundIn("cluster: west\n? " + "k".repeat(2000) + "\n: b\n"))
        .containsExactly(HUB_FILE + ":2:3: error [yaml/key]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c",
        "a: [",
        "a: \"",
        "a: 'x",
        "- a\nb: c",
        "%YAML 9",
        "!%1",
        "a: !<",
        "@a",
        "a: `b",
        "? ? ?",
        "\"\\xZZ\": 1",
        "a: |9999",
        "a: \"\\UFFFFFFFF\"",
        "{a: b}}",
        "--- --- ---",
        "*",
        "&",
        "a: &a &b c",
        "<<<<<<< ours\na: b\n=======\n"
      })
  void textThatIsNoYaml(String text) throws IOException {
    assertThat(foundIn(text)).isNotEmpty().allMatch(line -> line.startsWith(HUB_FILE));
  }

  @Test
  void missingFolders() throws IOException {
    assertThat(SmallFleet.heads(COMPILER.compile(Request.of(home.resolve("nowhere")))))
        .containsExactly("config: error [config/no-folder]");
    Path empty = Files.createDirectories(home.resolve("empty/config"));
    assertThat(SmallFleet.heads(COMPILER.compile(Request.of(empty))))
        .containsExactly("config/fleet.yaml: error [fleet/no-fleet-file]");
    Files.writeString(empty.resolve("fleet.yaml"), "language: 1\n");
    assertThat(SmallFleet.heads(COMPILER.compile(Request.of(empty)))).isEmpty();
    Files.createDirectories(empty.resolve("communities/lab"));
    assertThat(SmallFleet.heads(COMPILER.compile(Request.of(empty)))).isEmpty();
    Files.writeString(empty.resolve("communities/lab/hub.yaml"), "cluster: west\n");
    assertThat(SmallFleet.heads(COMPILER.compile(Request.of(empty))))
        .containsExactly(HUB_FILE + ":1:10: error [hub/unknown-cluster]");
  }

  @Test
  void aFileInPlaceOfAFolderAndAFolderInPlaceOfAFile() throws IOException {
    fleet.with("distributions", "x").with("communities/lab/extra.yaml/hub.yaml", "x");

    assertThat(found())
        .containsExactly(
            "config/communities/lab/extra.yaml/hub.yaml: warning [config/unexpected-file]",
            "config/distributions: warning [config/unexpected-file]");
  }

  @Test
  void linksAndLoopsOfLinks() throws IOException {
    Files.createSymbolicLink(fleet.file("communities/loop"), fleet.file("communities"));
    Files.createSymbolicLink(fleet.file("communities/lab/a.yaml"), fleet.file("fleet.yaml"));
    Files.createSymbolicLink(fleet.file("clusters/self.yaml"), Path.of("self.yaml"));

    assertThat(found())
        .containsExactly(
            "config/clusters/self.yaml: error [config/link]",
            "config/communities/lab/a.yaml: error [config/link]",
            "config/communities/loop: error [config/link]");
  }

  @Test
  void whatMayNotBeRead() throws IOException {
    Path file =
        fleet.with("communities/lab/b.yaml", "cluster: west\n").file("communities/lab/b.yaml");
    Path folder = Files.createDirectories(fleet.file("communities/closed"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();

    assertThat(found())
        .containsExactly(
            "config/communities/closed: error [config/unreadable]",
            "config/communities/lab/b.yaml: error [config/unreadable]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my hub.yaml",
        "caf\u00e9.yaml",
        "Hub2.yaml",
        "\u0001.yaml",
        "new\nline.yaml",
        "a..b.yaml",
        "-.yaml",
        "\ud83d\ude00.yaml",
        "${x}.yaml",
        "a'b\".yaml"
      })
  void oddFileNames(String name) throws IOException {
    assumeThat(System.getProperty("sun.jnu.encoding")).startsWith("UTF");
    fleet.with("communities/lab/" + name, "cluster: west\n");

    Outcome<Compilation> outcome = fleet.compile(COMPILER);

    assertThat(outcome.diagnostics())
        .hasSize(1)
        .allMatch(d -> d.rule().text().equals("hub/bad-id"));
    assertThat(fleet.report(outcome).lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"namespace: ../up", "release: a/../b", "cluster: ../west", "domain: ../../x"})
  void namesThatLeadOutOfTheFolder(String line) throws IOException {
    String hub = line.startsWith("cluster") ? line + "\n" : "cluster: west\n" + line + "\n";

    assertThat(foundIn(hub)).isNotEmpty().allMatch(head -> head.contains(" error ["));
  }
}
