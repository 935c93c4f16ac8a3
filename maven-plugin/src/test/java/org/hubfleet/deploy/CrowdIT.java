package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hubfleet.compare.Part;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixteen deployers of one repository at once: every change arrives, in a line of commits. */
class CrowdIT {
  private static final int CROWD = 16;

  @TempDir Path root;

  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(GitServer.hasGit(), "needs git with http-backend");
    shop = new Workshop(root);
  }

  private List<Outcome<Deployed>> allAtOnce(String address, boolean ownHub) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CROWD);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Outcome<Deployed>>> running = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      Wish wish = ownHub ? own(address, i) : same(address, i);
      running.add(
          threads.submit(
              () -> {
                start.await();
                return new Deployment(Secrets.NONE, Clock.systemUTC(), Progress.SILENT)
                    .deploy(wish, Manner.PLAIN);
              }));
    }
    start.countDown();
    List<Outcome<Deployed>> done = new ArrayList<>();
    for (Future<Outcome<Deployed>> one : running) {
      done.add(one.get());
    }
    threads.shutdown();
    return done;
  }

  private Wish own(String address, int number) throws IOException {
    Map<String, String> hubs = DeployerProcess.hubs(CROWD, "word" + number);
    return shop.wish(
        Workshop.output(hubs),
        Scope.of(List.of(Part.hub("west", "hub" + number))),
        Optional.of(address),
        Optional.empty());
  }

  private Wish same(String address, int number) throws IOException {
    return shop.wish(
        Workshop.output(Map.of("lab", "word" + number)),
        Scope.WHOLE,
        Optional.of(address),
        Optional.empty());
  }

  private String address(boolean http, GitServer server) {
    return http ? server.address("deployment.git") : shop.bare.toString();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onDifferentHubs(boolean http) throws Exception {
    if (http) {
      NewRepository.at(shop.bare, Workshop.BRANCH);
    }
    try (GitServer server = new GitServer(root)) {
      List<Outcome<Deployed>> done = allAtOnce(address(http, server), true);

      assertThat(done).allSatisfy(one -> assertThat(one.diagnostics()).isEmpty());
    }
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < CROWD; i++) {
      String path = "west/hubs/hub" + i + "/hub.yaml";
      expected.put(
          path, Workshop.output(DeployerProcess.hubs(CROWD, "word" + i)).files().get(path));
    }
    assertThat(shop.files()).containsAllEntriesOf(expected);
    assertThat(shop.files().get("west/platform/kustomization.yaml").lines()).hasSize(CROWD + 1);
    inOneLine();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onTheSameHub(boolean http) throws Exception {
    if (http) {
      NewRepository.at(shop.bare, Workshop.BRANCH);
    }
    try (GitServer server = new GitServer(root)) {
      List<Outcome<Deployed>> done = allAtOnce(address(http, server), false);

      assertThat(done).allSatisfy(one -> assertThat(one.diagnostics()).isEmpty());
      assertThat(done.stream().map(one -> one.value().orElseThrow().commit()))
          .allMatch(Optional::isPresent)
          .doesNotHaveDuplicates();
    }
    inOneLine();
  }

  private void inOneLine() throws IOException {
    assertThat(shop.log()).hasSize(CROWD);
    assertThat(GitServer.git(shop.bare, "log", "--merges", "--oneline", Workshop.BRANCH)).isEmpty();
    assertThat(GitServer.git(shop.bare, "fsck", "--strict")).doesNotContain("error", "missing");
  }
}
