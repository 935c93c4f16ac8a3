package org.hubfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The README's way from a clone to a deployment repository, word for word. */
@DisabledOnOs(OS.WINDOWS)
class DeployFromCloneIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> PARTS =
      List.of("pom.xml", ".mvn", ".gitattributes", ".gitignore", "config", "generated", "schemas");

  private Path scratch;

  /** The sources as they are, as a repository that can be cloned. */
  @BeforeEach
  void publish() throws Exception {
    assumeTrue(MavenRun.isPossible(), "runs in Maven only");
    assumeTrue(shell(Path.of(""), "git --version").startsWith("git version"), "needs git");
    scratch = Files.createTempDirectory(ROOT.resolve("maven-plugin/target"), "from-clone");
    for (String part : PARTS) {
      copy(part);
    }
    copy("maven-plugin/pom.xml");
    copy("maven-plugin/src/main");
    shell(
        scratch.resolve("published"),
        "git init -q -b main && git add -A && git -c user.name=Test -c"
            + " user.email=test@example.org commit -qm 'As it is'");
  }

  /** Links are deleted, not followed. */
  @AfterEach
  void cleanUp() throws IOException {
    if (scratch == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void threeCommandsLeadToADeploymentRepository() throws Exception {
    List<String> commands = commands();
    assertThat(commands).hasSize(3);

    String log =
        shell(
            Files.createDirectories(scratch.resolve("somewhere")),
            String.join("\n", commands).replace("<this repository>", "../published"));

    assertThat(log).contains("pushed ", "Add " + hubs() + " hubs on attic, west");
    Path somewhere = scratch.resolve("somewhere");
    assertThat(shell(somewhere, "git -C deployment.git fsck --strict")).doesNotContain("error");
    assertThat(shell(somewhere, "git -C deployment.git log -1 --format=%B HEAD"))
        .contains("Source-Commit: " + shell(somewhere, "git -C hubs rev-parse HEAD").strip());
    shell(somewhere, "git clone -q deployment.git deployed");
    assertThat(shell(somewhere, "diff -r hubs/generated deployed || true").lines())
        .allMatch(line -> line.startsWith("Only in deployed"));
  }

  /** How many hubs are checked in. */
  private static int hubs() throws IOException {
    int found = 0;
    for (String cluster : List.of("attic", "west")) {
      try (Stream<Path> folders = Files.list(ROOT.resolve("generated/" + cluster + "/hubs"))) {
        found += (int) folders.filter(Files::isDirectory).count();
      }
    }
    return found;
  }

  /** The indented lines of the README's section about deploying. */
  private static List<String> commands() throws IOException {
    String section = Files.readString(ROOT.resolve("README.md")).split("\n## Deploy\n")[1];
    return section
        .split("\n## ")[0]
        .lines()
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .toList();
  }

  /** Runs lines as a person would type them; {@code mvn} is this Maven, offline where it is. */
  private String shell(Path folder, String lines) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", lines);
    builder.directory(folder.toAbsolutePath().toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (scratch != null) {
      builder.environment().merge("PATH", tools() + ":", (path, tools) -> tools + path);
    }
    Process process = builder.start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    // Somebody who has only ever said "mvn verify" lacks the plugin that installs.
    assumeFalse(
        MavenRun.isOffline() && log.contains("default-install of goal org.apache.maven.plugins"),
        "needs the network once, for the plugins of mvn install");
    assertThat(status).as("%s\n%s", lines, log).isZero();
    return log;
  }

  private Path tools() throws IOException {
    Path folder = scratch.resolve("tools");
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      Path repository = scratch.resolve("repository");
      link(MavenRun.knownRepository(), repository, "org");
      link(MavenRun.knownRepository().resolve("org"), repository.resolve("org"), "hubfleet");
      Path mvn = folder.resolve("mvn");
      Path real = Path.of(System.getProperty("hubs.maven")).resolve("bin/mvn");
      Files.writeString(
          mvn,
          "#!/bin/sh\nexec "
              + real
              + (MavenRun.isOffline() ? " -o" : "")
              + " -B -ntp -Dmaven.repo.local="
              + repository
              + " \"$@\"\n");
      Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }

  /** Links everything in a folder but one entry, which becomes a folder of its own. */
  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to.resolve(except));
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(e -> !e.endsWith(except)).toList()) {
        Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
      }
    }
  }

  private void copy(String part) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve(part))) {
      for (Path path :
          all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS)).toList()) {
        Path to = scratch.resolve("published").resolve(ROOT.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
