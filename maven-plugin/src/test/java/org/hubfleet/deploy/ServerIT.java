package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deployments to a real git behind http, well and ill. */
class ServerIT {
  private static final Map<String, String> ONE = Map.of("lab", "one", "school", "one");
  private static final Map<String, String> TWO = Map.of("lab", "two", "school", "one");
  private static final Duration BOUND = Duration.ofSeconds(30);

  @TempDir Path root;

  private Workshop shop;
  private GitServer server;

  @BeforeEach
  void serve() throws IOException {
    assumeTrue(GitServer.hasGit(), "needs git with http-backend");
    System.setProperty("hubs.patience", "2");
    shop = new Workshop(root);
    NewRepository.at(shop.bare, Workshop.BRANCH);
    GitServer.git(shop.bare, "config", "uploadpack.allowFilter", "true");
    server = new GitServer(root);
  }

  @AfterEach
  void close() {
    System.clearProperty("hubs.patience");
    if (server != null) {
      server.close();
    }
  }

  private Outcome<Deployed> deploy(Map<String, String> hubs) throws IOException {
    return deploy(hubs, Secrets.NONE);
  }

  private Outcome<Deployed> deploy(Map<String, String> hubs, Secrets secrets) throws IOException {
    return deploy(hubs, secrets, server.address("deployment.git"));
  }

  private Outcome<Deployed> deploy(Map<String, String> hubs, Secrets secrets, String address)
      throws IOException {
    Wish wish =
        shop.wish(Workshop.output(hubs), Scope.WHOLE, Optional.of(address), Optional.empty());
    return new Deployment(secrets, Clock.systemUTC(), Progress.SILENT).deploy(wish, Manner.PLAIN);
  }

  private static Secrets token(String text) {
    return Secrets.of(Map.of("HUBS_GIT_TOKEN", text));
  }

  private void refused(Outcome<Deployed> done, String rule) {
    assertThat(done.diagnostics()).extracting(d -> d.rule().text()).containsExactly(rule);
    assertThat(done.value()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOD", "OLD"})
  void deploysToAnEmptyRepositoryAndChangesIt(GitServer.Manners manners) throws IOException {
    server.is(manners);

    assertThat(deploy(ONE).diagnostics()).isEmpty();
    assertThat(deploy(TWO).diagnostics()).isEmpty();
    assertThat(deploy(TWO).value().orElseThrow().commit()).isEmpty();

    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
    assertThat(shop.log()).hasSize(2);
    assertThat(GitServer.git(shop.bare, "fsck", "--strict")).doesNotContain("error", "missing");
  }

  @Test
  void serverThatFiltersNothingGivesEverything() throws IOException {
    GitServer.git(shop.bare, "config", "uploadpack.allowFilter", "false");
    deploy(ONE);

    assertThat(deploy(TWO).diagnostics()).isEmpty();

    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void contentOfFilesIsFetchedOnlyWhereSomethingDiffers(boolean filter) throws IOException {
    GitServer.git(shop.bare, "config", "uploadpack.allowFilter", Boolean.toString(filter));
    deploy(ONE);
    Target target =
        new Target(
            new Address(server.address("deployment.git"), Optional.empty()),
            Workshop.BRANCH,
            "",
            Place.ofFile("x"));

    try (WireRemote remote = WireRemote.open(target, Secrets.NONE)) {
      ObjectId commit = remote.tip().orElseThrow();
      Snapshot tip = Snapshot.of(remote.reader(), commit, "");
      ObjectId blob = tip.files().get("west/hubs/lab/hub.yaml");
      assertThat(remote.reader().has(blob)).isEqualTo(!filter);

      remote.need(List.of(blob));

      assertThat(tip.text(remote.reader(), "west/hubs/lab/hub.yaml")).isPresent();
      assertThat(remote.reader().has(tip.files().get("west/hubs/school/hub.yaml")))
          .isEqualTo(!filter);
    }
  }

  @Test
  void nothingIsCheckedOutAndNothingStaysBehind() throws IOException {
    long before = scratches();
    deploy(ONE);

    assertThat(scratches()).isEqualTo(before);
    assertThat(root).isDirectoryNotContaining("glob:**/west");
  }

  @Test
  void approachThatNothingComesOfLeavesNothingBehind() throws IOException {
    deploy(ONE);
    long before = scratches();
    Wish wish =
        shop.wish(
            Workshop.output(TWO),
            Scope.WHOLE,
            Optional.of(server.address("deployment.git")),
            Optional.empty());

    try (Deployment early = Workshop.deployment()) {
      early.approach(wish.inquiry());
    }

    assertThat(scratches()).isEqualTo(before);
  }

  @Test
  void approachOverTheWireIsTakenOver() throws IOException {
    deploy(ONE);
    Wish wish =
        shop.wish(
            Workshop.output(TWO),
            Scope.WHOLE,
            Optional.of(server.address("deployment.git")),
            Optional.empty());
    try (Deployment early = Workshop.deployment()) {
      early.approach(wish.inquiry());

      assertThat(early.deploy(wish, Manner.PLAIN).diagnostics()).isEmpty();
    }

    assertThat(shop.log()).hasSize(2);
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }

  private static long scratches() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> p.getFileName().toString().startsWith("hubs-deploy")).count();
    }
  }

  @Test
  void tokenLetsIn() throws IOException {
    server.wants("t0ken");

    assertThat(deploy(ONE, token("t0ken")).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wr0ng", ""})
  void wrongTokenOrNoneIsNotLetIn(String text) throws IOException {
    server.wants("t0ken");

    Outcome<Deployed> done = deploy(ONE, token(text));

    refused(done, "deploy/not-allowed");
    assertThat(done.diagnostics().toString()).doesNotContain("wr0ng");
  }

  @Test
  void repositoryThatOnlyReadsRefuses() throws IOException {
    GitServer.git(shop.bare, "config", "http.receivepack", "false");

    refused(deploy(ONE), "deploy/not-allowed");
  }

  @Test
  void repositoryThatIsNotThereIsTold() throws IOException {
    refused(deploy(ONE, Secrets.NONE, server.address("nothing.git")), "deploy/repository-missing");
  }

  @Test
  void hookThatRejectsIsQuoted() throws IOException {
    Path hook = Files.createDirectories(shop.bare.resolve("hooks")).resolve("pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho not on a Friday\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));

    Outcome<Deployed> done = deploy(ONE);

    refused(done, "deploy/rejected");
    assertThat(done.diagnostics().get(0).message()).contains("not on a Friday");
    assertThat(GitServer.git(shop.bare, "branch")).isEmpty();
  }

  @Test
  void silenceHasABound() throws IOException {
    server.is(GitServer.Manners.HANGS);
    long start = System.nanoTime();

    refused(deploy(ONE), "deploy/too-slow");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
  }

  @Test
  void closedDoorIsTold() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    refused(deploy(ONE, Secrets.NONE, "http://127.0.0.1:" + port + "/d.git"), "deploy/unreachable");
  }

  @Test
  void serverThatHangsUpLeavesTheOldTip() throws IOException {
    deploy(ONE);
    server.is(GitServer.Manners.HANGS_UP);

    Outcome<Deployed> done = deploy(TWO);

    assertThat(done.diagnostics()).extracting(Diagnostic::isError).contains(true);
    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void lostAnswerIsNoLostPush() throws IOException {
    deploy(ONE);
    server.is(GitServer.Manners.LOSES_ANSWER);

    Outcome<Deployed> done = deploy(TWO);

    assertThat(done.diagnostics()).isEmpty();
    assertThat(shop.log()).hasSize(2);
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }

  @Test
  void branchThatDoesNotExistIsMadeBesideOthers() throws IOException {
    shop.push(Map.of("README.md", "ours"));
    GitServer.git(shop.bare, "branch", "-m", Workshop.BRANCH, "other");

    assertThat(deploy(ONE).diagnostics()).isEmpty();

    assertThat(GitServer.git(shop.bare, "branch", "--list")).contains(Workshop.BRANCH, "other");
  }

  @Test
  void branchThatWasPutBackIsDeployedAnew() throws IOException {
    deploy(ONE);
    String first = GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH).strip();
    deploy(TWO);
    GitServer.git(shop.bare, "update-ref", "refs/heads/" + Workshop.BRANCH, first);

    assertThat(deploy(TWO).diagnostics()).isEmpty();

    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
    assertThat(shop.log()).hasSize(2);
  }

  @Test
  void credentialsDoNotTravelInClear() throws IOException {
    refused(deploy(ONE, token("t0ken"), "http://git.example/deployment.git"), "deploy/rejected");
  }
}
