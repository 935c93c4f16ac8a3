package org.hubfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody commits a file of {@code generated/} or {@code schemas/} that is not what the sources
 * make, and {@code mvn verify} says so instead of mending it. The checkout is a copy with its
 * compiled classes, so that Maven has nothing to do but what comes after the tests.
 */
class StaleFilesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String HUB = "generated/attic/hubs/makerspace/hub.yaml";
  private static final String SCHEMA = "schemas/hub.json";

  @TempDir Path scratch;
  private Path checkout;

  @BeforeEach
  void copyTheCheckout() throws Exception {
    assumeTrue(MavenRun.isPossible(), "runs in Maven only");
    assumeTrue(hasGit(), "needs git");
    checkout = scratch.resolve("checkout");
    List<String> parts = List.of("pom.xml", ".mvn", ".gitattributes", ".gitignore", "config");
    for (String part : parts) {
      copy(part);
    }
    copy("generated");
    copy("schemas");
    copy("maven-plugin/pom.xml");
    copy("maven-plugin/src/main");
    copy("maven-plugin/target/classes");
    git("init", "-q");
    commit("As it is");
  }

  @Test
  void checkoutThatIsUpToDatePassesAndStaysClean() throws Exception {
    MavenRun run = verify();

    assertThat(run.log()).contains("BUILD SUCCESS");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  @Test
  void committedStaleFilesFailAndAreNotMended() throws Exception {
    append(HUB, "# by hand\n");
    append(SCHEMA, "\n");
    commit("Stale files");

    MavenRun run = verify();

    assertThat(run.status()).isNotZero();
    assertThat(run.log())
        .contains(HUB + ": error [generated/stale-file] the file is not what config compiles to")
        .contains(SCHEMA + ": error [generated/stale-schema]")
        .contains("hint: run mvn package and commit the result")
        .contains("is not what the sources make: run mvn package and commit the result")
        .contains("BUILD FAILURE")
        .doesNotContainPattern("(?m)^\\s+at |Exception:");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  @Test
  void committedDeletionFails() throws Exception {
    Files.delete(checkout.resolve(HUB));
    commit("A file too few");

    MavenRun run = verify();

    assertThat(run.status()).isNotZero();
    assertThat(run.log()).contains(HUB + ": error [generated/stale-file] the file is missing");
    assertThat(checkout.resolve(HUB)).doesNotExist();
  }

  private MavenRun verify() throws Exception {
    return MavenRun.in(
        checkout,
        MavenRun.knownRepository(),
        "verify",
        "-Dmaven.main.skip",
        "-Dmaven.test.skip",
        "-Dspotless.check.skip");
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(checkout.resolve(file), text, StandardOpenOption.APPEND);
  }

  private void commit(String subject) throws Exception {
    git("add", "-A");
    git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", subject);
  }

  private static boolean hasGit() throws InterruptedException {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  private String git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("git %s: %s", String.join(" ", words), out).isZero();
    return out;
  }

  private void copy(String part) throws IOException {
    Path from = ROOT.resolve(part);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path to = checkout.resolve(ROOT.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
