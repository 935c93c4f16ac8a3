package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hubfleet.live.PlayedApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking how a small fleet stands. */
class StatusTest {
  @TempDir Path root;

  private FleetOnDisk fleet;

  @BeforeEach
  void deploy() throws IOException {
    fleet = FleetOnDisk.in(root, "config");
    fleet.call("deploy", "--allowDirty", "--repository=d.git");
  }

  private List<String> status(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "status";
    all[1] = "--repository=d.git";
    System.arraycopy(words, 0, all, 2, words.length);
    return fleet.call(all).out().lines().toList();
  }

  @Test
  void repositoryThatIsNotThereYetHoldsNothing() {
    assertThat(fleet.call("status", "--repository=other.git").out())
        .startsWith("other.git, branch deployed: nothing has been deployed\n")
        .contains("  lab: not deployed\n");
    assertThat(root.resolve("other.git")).doesNotExist();
  }

  @Test
  void hubsAreToldByClusterWithWhatTheyWereMadeFrom() {
    assertThat(status())
        .hasSize(4)
        .first()
        .asString()
        .matches(
            "d.git, branch deployed at [0-9a-f]{10}, deployed \\S+Z from none by hubs 0.1, .*");
    assertThat(status().subList(1, 4))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("west"),
            line ->
                assertThat(line).matches("  lab: \\S+Z from none by hubs 0.1, sha256:[0-9a-f]{12}"),
            line -> assertThat(line).startsWith("  lab-course: "));
  }

  @Test
  void machinesGetTheWholeNames() {
    String document =
        fleet.call("status", "--repository=d.git", "--format=json", "--hub=lab/course").out();

    assertThat(document)
        .contains("\"goal\"", "\"lab-course\"", "\"source\"", "\"state\" : \"deployed\"")
        .doesNotContain("\"lab\"")
        .containsPattern("\"digest\" : \"sha256:[0-9a-f]{64}\"");
  }

  @Test
  void hubsThatComeAndGoAreTold() throws IOException {
    fleet.write("config/communities/art/hub.yaml", "cluster: west\n");
    Files.delete(root.resolve("config/communities/lab/course.yaml"));

    assertThat(status())
        .contains("  art: not deployed")
        .anyMatch(
            line -> line.startsWith("  lab-course: ") && line.endsWith("no longer in config"));
  }

  @Test
  void endedHubIsToldWithWhatRemains() throws IOException {
    fleet.write(
        "config/fleet.yaml",
        "language: 1\nasOf: 2026-11-21\nacknowledge:\n"
            + "- {hub: lab-course, why: Over., who: mira, until: 2026-12-31}\n");
    Files.delete(root.resolve("config/communities/lab/course.yaml"));
    fleet.call("deploy", "--allowDirty", "--repository=d.git");

    assertThat(status())
        .anyMatch(
            line ->
                line.matches(
                    "  lab-course: ended \\S+Z, what remains: .*PersistentVolumeClaim/.*"));
  }

  @Test
  void brokenConfigIsNoObstacle() throws IOException {
    fleet.write("config/communities/lab/course.yaml", "cluster: wset\n");

    assertThat(status()).anyMatch(line -> line.startsWith("  lab: "));
  }

  @Test
  void clusterSaysWhatIsGone() throws IOException {
    fleet.write(
        "config/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\ncontext: fleet-west\n");
    try (PlayedApi api = new PlayedApi()) {
      api.holds("{apiVersion: v1, kind: Namespace, metadata: {name: lab}}");
      String kubeconfig = api.kubeconfig(root.resolve("kubeconfig"), "{}").toString();

      assertThat(status("--hub=lab", "--kubeconfig", kubeconfig))
          .contains("    gone: Deployment/hub", "    not as deployed: Namespace/lab");
      FleetOnDisk.Called strict =
          fleet.call("status", "--repository=d.git", "--kubeconfig", kubeconfig, "--exitCode");
      assertThat(strict.status()).isOne();
      assertThat(strict.err()).contains("are not as deployed");
      assertThat(
              String.join("\n", status("--format=json", "--hub=lab", "--kubeconfig", kubeconfig)))
          .contains("\"object\" : \"Deployment/hub\"", "\"gone\" : true");
    }
  }

  @Test
  void clusterThatDoesNotAnswerIsAProblem() {
    FleetOnDisk.Called called =
        fleet.call("status", "--repository=d.git", "--kubeconfig=" + root.resolve("none"));

    assertThat(called.status()).isOne();
    assertThat(called.out() + called.err())
        .contains("error [live/no-context]", "1 cluster gave no answer");
  }
}
