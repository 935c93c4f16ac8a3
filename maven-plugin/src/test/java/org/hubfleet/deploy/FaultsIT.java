package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that breaks off in the middle of things, or changes under our hands: the tip stays the
 * old one, the report comes in time, and the next run finishes.
 */
class FaultsIT {
  private static final Map<String, String> ONE = Map.of("lab", "one", "school", "one");
  private static final Map<String, String> TWO = Map.of("lab", "two", "school", "one");
  private static final Duration BOUND = Duration.ofSeconds(40);

  @TempDir Path root;

  private Workshop shop;
  private GitServer server;

  @BeforeEach
  void deployOnce() throws IOException {
    assumeTrue(GitServer.hasGit(), "needs git with http-backend");
    System.setProperty("hubs.patience", "2");
    shop = new Workshop(root);
    NewRepository.at(shop.bare, Workshop.BRANCH);
    GitServer.git(shop.bare, "config", "uploadpack.allowFilter", "true");
    server = new GitServer(root);
    assertThat(deploy(ONE, Progress.SILENT).diagnostics()).isEmpty();
  }

  @AfterEach
  void close() {
    System.clearProperty("hubs.patience");
    if (server != null) {
      server.close();
    }
  }

  private Outcome<Deployed> deploy(Map<String, String> hubs, Progress progress) throws IOException {
    Wish wish =
        shop.wish(
            Workshop.output(hubs),
            Scope.WHOLE,
            Optional.of(server.address("deployment.git")),
            Optional.empty());
    return new Deployment(Secrets.NONE, Clock.systemUTC(), progress).deploy(wish, Manner.PLAIN);
  }

  private String tip() throws IOException {
    return GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH).strip();
  }

  @ParameterizedTest
  @CsvSource({
    "HANGS, deploy/too-slow",
    "HANGS_UP, deploy/broken-off|deploy/too-slow",
    "HANGS_MIDWAY, deploy/too-slow",
    "HANGS_UP_ON_PUSH, deploy/broken-off",
    "HANGS_ON_PUSH, deploy/too-slow",
    "FULL_DISK, deploy/broken-off|deploy/rejected"
  })
  void breakIsToldInTimeAndNothingIsHalfDone(GitServer.Manners manners, String rule)
      throws Exception {
    String old = tip();
    server.is(manners);
    long start = System.nanoTime();

    Outcome<Deployed> done = deploy(TWO, Progress.SILENT);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    assertThat(done.diagnostics()).hasSize(1);
    assertThat(done.diagnostics().get(0).rule().text()).matches(rule);
    assertThat(tip()).isEqualTo(old);
    assertThat(GitServer.git(shop.bare, "fsck", "--strict", "--no-dangling"))
        .doesNotContain("error", "missing");
    server.is(GitServer.Manners.GOOD);
    assertThat(deploy(TWO, Progress.SILENT).diagnostics()).isEmpty();
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }

  /** Does something to the repository once, just before the push. */
  private Outcome<Deployed> deployWhile(Act act) throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    return deploy(
        TWO,
        phase -> {
          if (phase == Progress.Phase.PUSHING && !done.getAndSet(true)) {
            try {
              act.run();
            } catch (IOException broken) {
              throw new IllegalStateException(broken);
            }
          }
        });
  }

  private interface Act {
    void run() throws IOException;
  }

  @Test
  void branchThatIsForcedToAnotherHistoryMeanwhileIsReadAnew() throws IOException {
    String tree = GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH + "^{tree}").strip();

    Outcome<Deployed> done =
        deployWhile(
            () -> {
              String other =
                  GitServer.git(
                          shop.bare,
                          "-c",
                          "user.name=x",
                          "-c",
                          "user.email=x@example.org",
                          "commit-tree",
                          "-m",
                          "Another beginning",
                          tree)
                      .strip();
              GitServer.git(shop.bare, "update-ref", "refs/heads/" + Workshop.BRANCH, other);
            });

    assertThat(done.diagnostics()).isEmpty();
    assertThat(shop.log()).hasSize(2);
    assertThat(shop.log().get(1)).startsWith("Another beginning");
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }

  @Test
  void branchThatIsDeletedMeanwhileIsMadeAnew() throws IOException {
    Outcome<Deployed> done =
        deployWhile(
            () -> GitServer.git(shop.bare, "update-ref", "-d", "refs/heads/" + Workshop.BRANCH));

    assertThat(done.diagnostics()).isEmpty();
    assertThat(shop.log()).hasSize(1);
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }
}
