package org.hubfleet.capability.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hubfleet.SmallFleet;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cases cannot hold: large files, files of bytes, links, files of other layers. */
class ServerFilesTest {
  private static final Compiler COMPILER = new Compiler();
  private static final String NAMES_DATA = "cluster: west\nfiles: {/opt/data: {file: data}}\n";

  @TempDir Path home;
  private SmallFleet fleet;

  @BeforeEach
  void writeFleet() throws IOException {
    fleet = new SmallFleet(home);
  }

  @Test
  void bytesThatAreNoTextArriveAsTheyAre() throws IOException {
    put("communities/lab/files/data", new byte[] {0, (byte) 0xff, 1, 2});
    fleet.with(SmallFleet.HUB, NAMES_DATA);

    Outcome<Compilation> compiled = fleet.compile(COMPILER);

    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(singleuser(compiled)).contains("binaryData").contains("AP8BAg==");
  }

  @Test
  void filesThatFitTogetherAreFine() throws IOException {
    put("communities/lab/files/data", "x".repeat(1_048_576).getBytes());
    fleet.with(SmallFleet.HUB, NAMES_DATA);

    assertThat(fleet.compile(COMPILER).diagnostics()).isEmpty();
  }

  @Test
  void oneByteMoreIsTooLarge() throws IOException {
    put("communities/lab/files/data", "x".repeat(1_048_576).getBytes());
    fleet.with(
        SmallFleet.HUB, "cluster: west\nfiles: {/opt/data: {file: data}, /opt/one: \"1\"}\n");

    assertThat(SmallFleet.heads(fleet.compile(COMPILER)))
        .containsExactly("config/communities/lab/hub.yaml:2:9: error [files/too-large]");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path secret = Files.writeString(home.resolve("secret"), "hidden");
    Files.createDirectories(fleet.config().resolve("communities/lab/files"));
    Files.createSymbolicLink(fleet.config().resolve("communities/lab/files/data"), secret);
    fleet.with(SmallFleet.HUB, NAMES_DATA);

    assertThat(SmallFleet.heads(fleet.compile(COMPILER)))
        .containsExactly(
            "config/communities/lab/files/data: error [config/link]",
            "config/communities/lab/hub.yaml:2:27: error [files/missing-file]");
  }

  @Test
  void filesOfAnotherCommunityAreNotThere() throws IOException {
    put("communities/other/files/data", "theirs".getBytes());
    fleet.with("communities/other/hub.yaml", NAMES_DATA);
    fleet.with(SmallFleet.HUB, NAMES_DATA);

    assertThat(SmallFleet.heads(fleet.compile(COMPILER)))
        .containsExactly("config/communities/lab/hub.yaml:2:27: error [files/missing-file]");
  }

  @Test
  void aNameBelongsToTheFileInWhichItStands() throws IOException {
    put("files/data", "of the fleet".getBytes());
    put("communities/lab/files/data", "of the lab".getBytes());
    fleet.with(
        "fleet.yaml",
        "language: 1\nasOf: 2026-11-21\ndefaults: {files: {/opt/fleet: {file: data}}}\n");
    fleet.with(SmallFleet.HUB, NAMES_DATA);

    assertThat(singleuser(fleet.compile(COMPILER))).contains("of the fleet").contains("of the lab");
  }

  private void put(String file, byte[] bytes) throws IOException {
    Path path = fleet.config().resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  private static String singleuser(Outcome<Compilation> compiled) {
    List<String> found =
        compiled.value().orElseThrow().output().files().entrySet().stream()
            .filter(file -> file.getKey().endsWith("hubs/lab/singleuser.yaml"))
            .map(file -> file.getValue())
            .toList();
    return String.join("", found);
  }
}
