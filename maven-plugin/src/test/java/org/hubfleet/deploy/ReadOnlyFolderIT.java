package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A deployment repository in a folder that may be read only. */
@DisabledOnOs(OS.WINDOWS)
class ReadOnlyFolderIT {
  /** What lets root write where nobody may. */
  private static final String RIGHTS = "-dac_override,-dac_read_search,-fowner";

  @TempDir Path root;

  private Workshop shop;

  @BeforeEach
  void deployOnce() throws Exception {
    assumeTrue(GitServer.hasGit(), "needs git");
    shop = new Workshop(root);
    deploy("one");
  }

  @AfterEach
  void letItBeDeleted() throws Exception {
    if (Files.exists(shop.bare)) {
      run(List.of("chmod", "-R", "u+w", shop.bare.toString()));
    }
  }

  private void deploy(String word) throws IOException {
    assertThat(
            DeployerProcess.deploy(
                    shop, shop.bare.toString(), DeployerProcess.hubs(2, word), Progress.SILENT)
                .diagnostics())
        .isEmpty();
  }

  private static String run(List<String> words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write('\n');
    } catch (IOException done) {
      // Only a deployer waits for it.
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "ended with " + process.waitFor();
  }

  /** As somebody who is bound by permissions, which root is not. */
  private List<String> bound(List<String> words) throws Exception {
    List<String> bound = new ArrayList<>();
    Path probe = root.resolve("probe");
    Files.createDirectory(probe);
    assertThat(probe.toFile().setWritable(false)).isTrue();
    if (run(List.of("touch", probe + "/x")).endsWith("ended with 0")) {
      bound.addAll(List.of("setpriv", "--bounding-set", RIGHTS, "--inh-caps", RIGHTS));
      List<String> tried = new ArrayList<>(bound);
      tried.addAll(List.of("touch", probe + "/y"));
      assumeTrue(
          run(tried).contains("Permission denied"), "needs a user who is bound by permissions");
    }
    bound.addAll(words);
    return bound;
  }

  @Test
  void isToldAndNothingIsHalfDone() throws Exception {
    String tip = GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH);
    run(List.of("chmod", "-R", "a-w", shop.bare.toString()));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp"));
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.addAll(List.of(DeployerProcess.class.getName(), root.toString(), shop.bare.toString()));
    words.addAll(List.of("2", "two"));

    String said = run(bound(words));

    assertThat(said).contains("error [deploy/disk]", "ended with 1").doesNotContain("Exception");
    assertThat(GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH)).isEqualTo(tip);
    assertThat(GitServer.git(shop.bare, "fsck", "--strict")).doesNotContain("error", "missing");
    run(List.of("chmod", "-R", "u+w", shop.bare.toString()));
    deploy("two");
    assertThat(shop.log()).hasSize(2);
  }
}
