package org.hubfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A repository that holds a fleet and nothing else uses the plugin as it is installed: from a local
 * repository of its own, offline, through Maven itself.
 */
class OwnFleetIT {
  private static final String VERSION = MavenRun.version();
  private static final Path MODULE = Path.of("").toAbsolutePath();

  private Path scratch;
  private Path fleet;
  private Path repository;

  @BeforeEach
  void installThePlugin() throws IOException {
    scratch = Files.createTempDirectory(MODULE.resolve("target"), "own-fleet");
    assumeTrue(MavenRun.isPossible(), "runs in Maven only");
    repository = scratch.resolve("repository");
    Path known = MavenRun.knownRepository();
    link(known, repository, "org");
    link(known.resolve("org"), repository.resolve("org"), "hubfleet");
    Path group = repository.resolve("org/hubfleet");
    install(MODULE.resolveSibling("pom.xml"), group, "hubs", ".pom");
    install(MODULE.resolve("pom.xml"), group, "hubs-maven-plugin", ".pom");
    Path jar = MODULE.resolve("target/hubs-maven-plugin-" + VERSION + ".jar");
    install(jar, group, "hubs-maven-plugin", ".jar");
    fleet = Files.createDirectories(scratch.resolve("fleet"));
    Files.copy(MODULE.resolveSibling("docs/own-fleet/pom.xml"), fleet.resolve("pom.xml"));
    write("config/fleet.yaml", "language: 1\nasOf: 2026-11-21\n");
    write("config/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n");
    write("config/communities/lab/hub.yaml", "cluster: west\n");
  }

  /** Links are deleted, not followed. */
  @AfterEach
  void cleanUp() throws IOException {
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void thePomIsShort() throws IOException {
    assertThat(Files.readAllLines(fleet.resolve("pom.xml"))).hasSizeLessThanOrEqualTo(30);
  }

  @Test
  void compileThenCheckIsFine() throws Exception {
    assertThat(maven(fleet, "hubs:compile")).contains("BUILD SUCCESS");
    assertThat(fleet.resolve("generated/west/hubs/lab/hub.yaml")).exists();
    assertThat(maven(fleet, "hubs:check")).contains("BUILD SUCCESS");
  }

  @Test
  void goalRunsFromTheConfigFolderToo() throws Exception {
    String log = maven(fleet.resolve("config"), "-f", "..", "hubs:compile");

    assertThat(log).contains("BUILD SUCCESS");
    assertThat(fleet.resolve("generated/west/hubs/lab/hub.yaml")).exists();
  }

  @Test
  void mistakeIsReportedLineByLineWithoutAStackTrace() throws Exception {
    write("config/communities/lab/hub.yaml", "cluster: wset\n");

    String log = maven(fleet, "hubs:compile");

    assertThat(log)
        .contains("[ERROR] config/communities/lab/hub.yaml:1:10: error [hub/unknown-cluster]")
        .contains("[ERROR]   1 | cluster: wset\n[ERROR]     |          ^\n")
        .contains("BUILD FAILURE")
        .doesNotContain("\tat ");
  }

  @Test
  void pluginOfOtherSourcesThanTheCheckoutDoesNotRun() throws Exception {
    write("maven-plugin/pom.xml", "<project/>\n");
    write("maven-plugin/src/main/shelf/language/hub.yaml", "other: true\n");

    assertThat(maven(fleet, "hubs:compile")).contains("run mvn install").contains("BUILD FAILURE");
    assertThat(fleet.resolve("generated")).doesNotExist();
  }

  private static void install(Path file, Path group, String artifact, String ending)
      throws IOException {
    Path folder = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
    Files.copy(file, folder.resolve(artifact + "-" + VERSION + ending));
  }

  /** Links everything in a folder but one entry, which becomes a folder of its own. */
  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to.resolve(except));
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path name = entry.getFileName();
        if (!name.toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(name), entry);
        }
      }
    }
  }

  private String maven(Path folder, String... words) throws Exception {
    return MavenRun.in(folder, repository, words).log();
  }

  private void write(String file, String text) throws IOException {
    Path path = fleet.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
