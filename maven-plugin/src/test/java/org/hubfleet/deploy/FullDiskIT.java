package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deployments on a disk that is full: a small one in memory, in a namespace of its own, with so
 * much room left. Nothing is half done, and with room again the next run finishes.
 */
class FullDiskIT {
  private static final String SCRIPT =
      """
      set -e
      disk=$1 bare=$2 left=$3 where=$4; shift 4
      mount -t tmpfs -o size=2m none "$disk"
      mkdir "$disk/tmp"
      [ "$where" = elsewhere ] || { cp -a "$bare" "$disk/deployment.git"; bare=$disk/deployment.git; }
      git() { command git -C "$bare" "$@"; }
      head -c $((2 * 1024 * 1024)) /dev/zero > "$disk/filler" 2>/dev/null || true
      truncate -s -"$left" "$disk/filler"
      echo before: $(git rev-parse deployed)
      echo | "$@" two || echo failed
      echo after: $(git rev-parse deployed)
      git fsck --strict --no-dangling && echo sound
      rm "$disk/filler"
      echo | "$@" two && echo finished
      git log --format='log %s' deployed
      """;
  private static final int HUBS = 60;

  @TempDir Path root;

  private Workshop shop;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(GitServer.hasGit(), "needs git");
    assumeTrue(
        run(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", root.toString())).isEmpty(),
        "needs unshare and mount");
    shop = new Workshop(root);
    assertThat(
            DeployerProcess.deploy(
                    shop, shop.bare.toString(), DeployerProcess.hubs(HUBS, "one"), Progress.SILENT)
                .diagnostics())
        .isEmpty();
  }

  private static String run(List<String> words) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException none) {
      return none.toString();
    }
  }

  private List<String> onADiskWith(int left, String address) throws Exception {
    Path disk = Files.createDirectory(root.resolve("disk"));
    List<String> words = new ArrayList<>(List.of("unshare", "-rm", "bash", "-c", SCRIPT, "full"));
    words.addAll(List.of(disk.toString(), shop.bare.toString(), Integer.toString(left)));
    words.add(address.startsWith("http") ? "elsewhere" : "there");
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    words.add("-Djava.io.tmpdir=" + disk.resolve("tmp"));
    words.add("-cp");
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.addAll(List.of(DeployerProcess.class.getName(), root.toString(), address));
    words.add(Integer.toString(HUBS));
    assertThat(File.separatorChar).isEqualTo('/');
    return run(words).lines().toList();
  }

  private static String after(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError(lines))
        .substring(word.length());
  }

  private static void isStoppedAndThenFinished(List<String> lines) {
    assertThat(lines).anyMatch(line -> line.contains("error [deploy/disk]"));
    assertThat(lines).contains("failed", "sound", "finished");
    assertThat(after(lines, "after: ")).isEqualTo(after(lines, "before: "));
    assertThat(lines).filteredOn(line -> line.startsWith("log ")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"0", "8192", "30000"})
  void repositoryInAFolder(int left) throws Exception {
    String address = root.resolve("disk/deployment.git").toString();

    isStoppedAndThenFinished(onADiskWith(left, address));
  }

  /** Where the temporary folder is full, and the repository is on a server with room. */
  @ParameterizedTest
  @CsvSource({"0", "8192", "30000"})
  void repositoryOnAServer(int left) throws Exception {
    try (GitServer server = new GitServer(root)) {
      isStoppedAndThenFinished(onADiskWith(left, server.address("deployment.git")));
    }
  }
}
