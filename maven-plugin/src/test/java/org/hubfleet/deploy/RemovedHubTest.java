package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.write.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deployment does with a hub that is no longer in the fleet. */
class RemovedHubTest {
  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: hub-db-dir
        namespace: school
        annotations:
          kustomize.toolkit.fluxcd.io/prune: disabled
      """;
  private static final String ACKNOWLEDGED =
      "language: 1\nacknowledge:\n"
          + "- {hub: school, why: The term is over., who: mira, until: 2026-12-31}\n";

  @TempDir Path root;

  private Workshop shop;

  @BeforeEach
  void deployTwo() throws IOException {
    shop = new Workshop(root);
    deploy(both());
  }

  private static Output both() {
    SortedMap<String, String> files =
        new TreeMap<>(Workshop.output(Map.of("lab", "one", "school", "one")).files());
    String folder = "west/hubs/school/";
    files.put(folder + "hub.yaml", files.get(folder + "hub.yaml") + "---\n" + CLAIM);
    files.put(
        folder + "continuity.yaml",
        "hub: school\nfile: config/communities/school/hub.yaml\nnamespace: school\nhomes:\n"
            + "  storage: dynamic\n");
    files.put(
        folder + ".owned.yaml",
        "files:\n  continuity.yaml: x\n  hub.yaml: x\n  kustomization.yaml: x\n");
    return new Output(files);
  }

  private static Output one() {
    return Workshop.output(Map.of("lab", "one"));
  }

  private Outcome<Deployed> deploy(Output output) throws IOException {
    return Workshop.deployment().deploy(shop.wish(output, Scope.WHOLE), Manner.PLAIN);
  }

  @Test
  void removalIsStopped() throws IOException {
    Outcome<Deployed> done = deploy(one());

    assertThat(done.diagnostics())
        .extracting(d -> d.rule().text())
        .containsExactly("guard/hub-removed");
    assertThat(shop.files()).containsKey("west/hubs/school/hub.yaml");
  }

  @Test
  void acknowledgedRemovalLeavesATombstone() throws IOException {
    String source = shop.fleet(ACKNOWLEDGED);

    assertThat(deploy(one()).diagnostics()).isEmpty();

    assertThat(shop.files().keySet()).noneMatch(path -> path.startsWith("west/hubs/school/"));
    assertThat(shop.files().get("west/tombstones/school.yaml"))
        .contains("hub: school\ncluster: west\n")
        .contains(source)
        .contains("homes:\n  storage: dynamic\n")
        .endsWith(
            "remains:\n- kind: PersistentVolumeClaim\n  namespace: school\n  name: hub-db-dir\n");
    assertThat(shop.log().get(0))
        .startsWith("Remove school on west\n")
        .contains("Acknowledged:\n- the removal of school on west: The term is over. (mira)\n");
  }

  @Test
  void hubThatHasEndedAsItSaidGoesAndItsHomesAreKept() throws IOException {
    shop.fleet("language: 1\nasOf: 2027-08-01\n");
    SortedMap<String, String> files = new TreeMap<>(both().files());
    files.computeIfPresent(
        "west/hubs/school/continuity.yaml",
        (path, text) -> text + "ends: {date: 2027-07-31, homes: keep}\n");
    deploy(new Output(files));

    assertThat(deploy(one()).diagnostics()).isEmpty();

    assertThat(shop.files().get("west/tombstones/school.yaml"))
        .contains("homes:\n  storage: dynamic\n")
        .contains("kind: PersistentVolumeClaim\n  namespace: school\n  name: hub-db-dir\n");
  }

  @Test
  void tombstoneStaysWhileTheHubIsGone() throws IOException {
    shop.fleet(ACKNOWLEDGED);
    deploy(one());

    deploy(Workshop.output(Map.of("lab", "two")));

    assertThat(shop.files()).containsKey("west/tombstones/school.yaml");
  }

  @Test
  void hubThatComesBackHasNoTombstone() throws IOException {
    shop.fleet(ACKNOWLEDGED);
    deploy(one());

    assertThat(deploy(both()).diagnostics()).isEmpty();

    assertThat(shop.files()).doesNotContainKey("west/tombstones/school.yaml");
    assertThat(shop.files()).containsAllEntriesOf(both().files());
  }
}
