package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hubfleet.compare.Part;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  private static final Map<String, String> TWO = Map.of("lab", "one", "school", "one");

  @TempDir Path root;

  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(root);
  }

  private Outcome<Deployed> deploy(Map<String, String> hubs) throws IOException {
    return Workshop.deployment().deploy(shop.wish(hubs), Manner.PLAIN);
  }

  private static List<String> rules(Outcome<?> outcome) {
    return outcome.diagnostics().stream().map(d -> d.rule().text()).toList();
  }

  @Test
  void firstDeploymentMakesTheRepository() throws IOException {
    Outcome<Deployed> done = deploy(TWO);

    assertThat(done.diagnostics()).isEmpty();
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
    assertThat(shop.log()).hasSize(1);
    assertThat(Files.readString(shop.bare.resolve("HEAD"))).isEqualTo("ref: refs/heads/deployed\n");
    assertThat(root).isDirectoryNotContaining("glob:**.new*");
  }

  @Test
  void sameAgainIsNoCommit() throws IOException {
    deploy(TWO);

    Outcome<Deployed> again = deploy(TWO);

    assertThat(again.value().orElseThrow().commit()).isEmpty();
    assertThat(again.value().orElseThrow().changes()).isEmpty();
    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void newerSourceThatCompilesToTheSameIsNoCommit() throws IOException {
    deploy(TWO);
    shop.fleet("language: 1\n# nothing new\n");

    deploy(TWO);

    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void changeIsOneCommitThatNamesTheHubAndItsSource() throws IOException {
    deploy(TWO);
    String source = shop.fleet("language: 1\n# changed\n");

    deploy(Map.of("lab", "two", "school", "one"));

    assertThat(shop.log().get(0))
        .startsWith("Change lab on west\n\nChanged: west/lab\n\n")
        .contains("\nSource-Commit: " + source + "\nHubs-Version: 0.1\nHubs-Digest: sha256:");
    Record note = Record.parse(shop.files().get("west/hubs/lab/.deployed.yaml")).orElseThrow();
    assertThat(note.source()).isEqualTo(source);
    assertThat(note.date()).isEqualTo(Workshop.NOON);
    assertThat(shop.files().get("west/hubs/school/.deployed.yaml")).doesNotContain(source);
  }

  @Test
  void digestOfTheMessageIsThatOfTheNotes() throws IOException {
    deploy(TWO);

    String digest = shop.log().get(0).replaceAll("(?s).*Hubs-Digest: (\\S+).*", "$1");
    assertThat(shop.files().get(".deployed.yaml")).contains(digest);
  }

  @Test
  void whatOthersKeepThereStays() throws IOException {
    Map<String, String> theirs = Map.of("README.md", "ours\n", "bootstrap/flux.yaml", "a: 1\n");
    shop.push(theirs);

    deploy(TWO);
    deploy(Map.of("lab", "two", "school", "two"));

    assertThat(shop.files()).containsAllEntriesOf(theirs);
    assertThat(shop.log()).hasSize(3);
  }

  @Test
  void fileOfOthersIsNotOverwritten() throws IOException {
    shop.push(Map.of("west/hubs/lab/hub.yaml", "theirs\n"));

    Outcome<Deployed> done = deploy(TWO);

    assertThat(rules(done)).containsExactly("deploy/not-ours");
    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void fileOfOthersBesideOursStaysWhenOursGo() throws IOException {
    deploy(TWO);
    shop.push(Map.of("west/hubs/lab/notes.txt", "mine\n"));

    deploy(Map.of("lab", "two", "school", "one"));

    assertThat(shop.files()).containsEntry("west/hubs/lab/notes.txt", "mine\n");
  }

  @Test
  void handMadeChangeOfOurFileIsUndone() throws IOException {
    deploy(TWO);
    shop.push(Map.of("west/hubs/lab/hub.yaml", "by: hand\n"));

    deploy(TWO);

    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
  }

  @Test
  void narrowedDeploymentLeavesOtherHubs() throws IOException {
    deploy(TWO);

    Workshop.deployment()
        .deploy(
            shop.wish(
                Workshop.output(Map.of("lab", "two", "school", "two")),
                Scope.of(List.of(Part.hub("west", "lab")))),
            Manner.PLAIN);

    assertThat(shop.files().get("west/hubs/lab/hub.yaml")).contains("word: two");
    assertThat(shop.files().get("west/hubs/school/hub.yaml")).contains("word: one");
  }

  @Test
  void narrowedDeploymentOfANewHubAddsItsLinesToTheLists() throws IOException {
    deploy(Map.of("lab", "one"));

    Workshop.deployment()
        .deploy(
            shop.wish(
                Workshop.output(Map.of("art", "one", "lab", "one", "school", "one")),
                Scope.of(List.of(Part.hub("west", "school")))),
            Manner.PLAIN);

    assertThat(shop.files().get("west/platform/kustomization.yaml"))
        .isEqualTo("resources:\n- lab.yaml\n- school.yaml\n");
    assertThat(shop.files()).doesNotContainKey("west/hubs/art/hub.yaml");
  }

  @Test
  void firstDeploymentOfOneHubBringsTheListsThatItNeeds() throws IOException {
    Workshop.deployment()
        .deploy(
            shop.wish(Workshop.output(TWO), Scope.of(List.of(Part.hub("west", "lab")))),
            Manner.PLAIN);

    assertThat(shop.files().get("west/platform/kustomization.yaml"))
        .isEqualTo("resources:\n- lab.yaml\n");
    assertThat(shop.files().get("west/platform/.owned.yaml"))
        .isEqualTo("files:\n- kustomization.yaml\n- lab.yaml\n");
    assertThat(shop.files().get(".hubs.yaml")).contains("- west");
    assertThat(shop.files().keySet()).noneMatch(path -> path.contains("school"));
  }

  @Test
  void folderInsideTheRepositoryIsUsed() throws IOException {
    shop.fleet("language: 1\ndeployment:\n  path: fleet/live\n");

    deploy(TWO);
    deploy(Map.of("lab", "two", "school", "one"));

    assertThat(shop.files().keySet()).allMatch(path -> path.startsWith("fleet/live/"));
    assertThat(shop.files().get("fleet/live/west/hubs/lab/hub.yaml")).contains("word: two");
  }

  @Test
  void dryRunPushesNothing() throws IOException {
    Manner dry =
        new Manner(
            Optional.empty(), Optional.empty(), true, false, Optional.empty(), Optional.empty());

    Outcome<Deployed> done = Workshop.deployment().deploy(shop.wish(TWO), dry);

    assertThat(done.value().orElseThrow().message()).isEqualTo("Add lab, school on west");
    assertThat(shop.bare).doesNotExist();
  }

  @Test
  void somebodyQuickerIsNoLoss() throws IOException {
    deploy(TWO);
    AtomicInteger pushes = new AtomicInteger();
    Progress progress =
        phase -> {
          if (phase == Progress.Phase.PUSHING && pushes.getAndIncrement() < 2) {
            other(pushes.get());
          }
        };

    Outcome<Deployed> done =
        new Deployment(Secrets.NONE, Clock.fixed(Workshop.NOON, ZoneOffset.UTC), progress)
            .deploy(shop.wish(Map.of("lab", "two", "school", "one")), Manner.PLAIN);

    assertThat(done.diagnostics()).isEmpty();
    assertThat(pushes).hasValue(3);
    assertThat(shop.log()).hasSize(4);
    assertThat(shop.files())
        .containsEntry("other/1", "1")
        .containsEntry("other/2", "2")
        .containsAllEntriesOf(Workshop.output(Map.of("lab", "two", "school", "one")).files());
  }

  private void other(int number) {
    try {
      shop.push(Map.of("other/" + number, Integer.toString(number)));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hookOfTheRepositoryMaySayNo() throws IOException {
    deploy(TWO);
    Path hook = Files.createDirectories(shop.bare.resolve("hooks")).resolve("pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho not on a Friday\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));

    Outcome<Deployed> done = deploy(Map.of("lab", "two", "school", "one"));

    assertThat(rules(done)).contains("deploy/rejected");
    assertThat(done.diagnostics().get(0).message()).contains("pre-receive", "not on a Friday");
    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void lockOfAKilledProcessIsNoObstacle() throws IOException {
    deploy(TWO);
    Path lock = Files.createFile(shop.bare.resolve("refs/heads/deployed.lock"));
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(deploy(Map.of("lab", "two", "school", "one")).diagnostics()).isEmpty();

    assertThat(shop.log()).hasSize(2);
  }

  @Test
  void personsAreThoseThatWereNamed() throws IOException {
    Manner manner =
        new Manner(
            Person.parse("Mira <mira@lab.example>"),
            Person.parse("CI <ci@lab.example>"),
            false,
            false,
            Optional.empty(),
            Optional.empty());

    Workshop.deployment().deploy(shop.wish(TWO), manner);

    try (var git = Workshop.open(shop.bare);
        var walk = new org.eclipse.jgit.revwalk.RevWalk(git)) {
      var commit = walk.parseCommit(git.resolve("refs/heads/deployed"));
      assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("mira@lab.example");
      assertThat(commit.getCommitterIdent().getEmailAddress()).isEqualTo("ci@lab.example");
    }
  }
}
