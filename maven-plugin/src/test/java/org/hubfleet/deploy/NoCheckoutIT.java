package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing is checked out, anywhere: the JVM itself tells of every file that it writes while it
 * deploys, wherever that is, and the folders that it could use are looked into before, during and
 * after.
 */
class NoCheckoutIT {
  private static final Map<String, String> ONE = Map.of("lab", "one", "school", "one");
  private static final Map<String, String> TWO = Map.of("lab", "two", "school", "one");

  /** What git keeps for itself. */
  private static final String OF_GIT =
      ".*\\.git/(objects/.*|refs/.*|HEAD|config|packed-refs|shallow|FETCH_HEAD)(\\.lock)?";

  @TempDir Path root;

  private Workshop shop;

  /** Where the deployment repository is. */
  enum Where {
    FOLDER,
    SERVER,
    /** One that gives no single blobs. */
    SERVER_WITHOUT_FILTER
  }

  @BeforeEach
  void open() throws IOException {
    assumeTrue(GitServer.hasGit(), "needs git with http-backend");
    shop = new Workshop(root);
    NewRepository.at(shop.bare, Workshop.BRANCH);
  }

  private Deployment deployment(Progress progress) {
    return new Deployment(Secrets.NONE, Clock.systemUTC(), progress);
  }

  private Wish wish(Map<String, String> hubs, String address) throws IOException {
    return shop.wish(Workshop.output(hubs), Scope.WHOLE, Optional.of(address), Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void onlyGitsOwnFilesAreWritten(Where where) throws Exception {
    GitServer.git(
        shop.bare, "config", "uploadpack.allowFilter", Boolean.toString(where == Where.SERVER));
    try (GitServer server = new GitServer(root)) {
      String address =
          where == Where.FOLDER ? shop.bare.toString() : server.address("deployment.git");
      for (Map<String, String> hubs : List.of(ONE, TWO)) {
        Wish wish = wish(hubs, address);
        Set<String> before = temporary();
        Set<String> during = new TreeSet<>();
        List<String> written =
            written(
                () -> {
                  try (Deployment deployment = deployment(phase -> during.addAll(temporary()))) {
                    deployment.approach(wish.inquiry());
                    Outcome<Deployed> done = deployment.deploy(wish, Manner.PLAIN);
                    assertThat(done.diagnostics()).isEmpty();
                  }
                });

        assertThat(written).isNotEmpty().allMatch(path -> path.matches(OF_GIT));
        // Others may deploy on this machine, too.
        during.removeAll(before);
        assertThat(during).allMatch(path -> path.matches(OF_GIT + "|.*/hubs-deploy[0-9]+"));
        assertThat(written).filteredOn(NoCheckoutIT::isTemporary).noneMatch(NoCheckoutIT::isThere);
        assertThat(textsOf(hubs)).isEmpty();
      }
    }
  }

  /** Files of a checkout would be found. */
  @Test
  void whatIsWrittenAnywhereIsSeen() throws Exception {
    Path file = root.resolve("anywhere.yaml");

    assertThat(written(() -> Files.writeString(file, "a: 1\n"))).containsExactly(file.toString());
  }

  private interface Work {
    void run() throws Exception;
  }

  /** The files that this process wrote meanwhile. */
  private List<String> written(Work work) throws Exception {
    Path log = root.resolve("written.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileWrite").withThreshold(Duration.ZERO);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(log);
    }
    return RecordingFile.readAllEvents(log).stream()
        .map(event -> event.getString("path"))
        .filter(path -> path != null && !path.isEmpty() && !path.endsWith(".jfr"))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isTemporary(String path) {
    return path.startsWith(System.getProperty("java.io.tmpdir") + "/hubs-");
  }

  private static boolean isThere(String path) {
    return Files.exists(Path.of(path).getParent());
  }

  /** Files and folders of deployments in the temporary folder of the JVM. */
  private static Set<String> temporary() {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path one : all.filter(p -> p.getFileName().toString().startsWith("hubs-")).toList()) {
        found.addAll(below(one));
      }
      return found;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static List<String> below(Path folder) {
    List<String> found = new ArrayList<>(List.of(folder.toString()));
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).map(Path::toString).forEach(found::add);
    } catch (IOException | java.io.UncheckedIOException vanished) {
      // Its deployment is done.
    }
    return found;
  }

  /** Files beside the source that hold what was compiled, readable as it is. */
  private List<Path> textsOf(Map<String, String> hubs) throws IOException {
    Set<String> texts = Set.copyOf(Workshop.output(hubs).files().values());
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(
              path ->
                  texts.contains(new String(bytes(path), java.nio.charset.StandardCharsets.UTF_8)))
          .toList();
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException vanished) {
      return new byte[0];
    }
  }
}
