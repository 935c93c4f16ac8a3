package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hubfleet.cli.FleetOnDisk.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports give paths that the person who called can open, wherever the folders are. */
class OtherFoldersTest {
  private static final String WRONG = "cluster: wset\n";

  @TempDir Path root;

  @Test
  void configBelowTheFolderOfTheCallIsToldFromThere() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "fleets/north");
    fleet.write("fleets/north/communities/lab/hub.yaml", WRONG);

    Called called = fleet.call("validate", "--config=fleets/north");

    assertThat(called.out())
        .startsWith("fleets/north/communities/lab/hub.yaml:1:10: error [hub/unknown-cluster]")
        .contains("  1 | cluster: wset\n");
  }

  @Test
  void configElsewhereIsToldInFull() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "fleets/config");
    fleet.write("fleets/config/communities/lab/hub.yaml", WRONG).write("here/notes.txt", "");

    Called called = fleet.from("here", "validate", "--config=../fleets/config");

    assertThat(called.out())
        .startsWith(root.resolve("fleets/config/communities/lab/hub.yaml") + ":1:10: error");
  }

  @Test
  void checkoutIsToldFromItsRootInEveryFolderOfIt() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "config");
    fleet.write("config/communities/lab/hub.yaml", WRONG);

    Called called = fleet.from("config/communities", "validate");

    assertThat(called.out()).startsWith("config/communities/lab/hub.yaml:1:10: error");
  }

  @Test
  void generatedElsewhereIsToldInFull() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "config");
    fleet.write("out/west/hubs/lab/notes.txt", "mine\n");

    Called called = fleet.call("compile", "--generated=out");

    assertThat(called.out())
        .contains("  added out/west/hubs/lab/hub.yaml\n")
        .contains("out/west/hubs/lab/notes.txt: warning [generated/not-ours]");
  }

  @Test
  void explanationToldTheSame() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "fleets/north");

    Called called =
        fleet.call(
            "explain", "--config=fleets/north", "--hub=lab", "--object=Service/hub", "--path=kind");

    assertThat(called.out()).contains("  from fleets/north/communities/lab/hub.yaml:1:10 (hub)");
  }

  @Test
  void importWritesIntoTheFolderThatWasNamed() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "fleets/north");
    fleet.write("values.yaml", "hub: {revisionHistoryLimit: 3}\n");

    Called called =
        fleet.call(
            "import",
            "--config=fleets/north",
            "--values=" + root.resolve("values.yaml"),
            "--hub=lab/new",
            "--cluster=west");

    assertThat(called.out()).startsWith("fleets/north/communities/lab/new.yaml: 1 value ");
    assertThat(root.resolve("fleets/north/communities/lab/new.yaml")).exists();
  }

  @Test
  void narrowedRunSaysWhatItLeftUntouched() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "config");
    fleet.call("compile");
    fleet.write("generated/west/hubs/lab-course/hub.yaml", "old\n");

    assertThat(fleet.call("compile", "--hub=lab").out())
        .contains(
            "left untouched, as this run is narrowed to lab: a file that a whole run would bring"
                + " up to date\n  change generated/west/hubs/lab-course/hub.yaml\n");
  }

  @Test
  void newHubCompiledAloneLeavesTheListsOfItsCluster() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "config");
    fleet.call("compile");
    fleet.write("config/communities/lab/new.yaml", "cluster: west\n");

    assertThat(fleet.call("compile", "--hub=lab-new").out())
        .contains("  change generated/west/platform/kustomization.yaml\n");
  }

  @Test
  void wholeRunHasLeftNothing() throws IOException {
    FleetOnDisk fleet = FleetOnDisk.in(root, "config");

    assertThat(fleet.call("compile").out()).doesNotContain("left untouched");
    assertThat(fleet.call("compile", "--hub=lab").out()).doesNotContain("left untouched");
  }
}
