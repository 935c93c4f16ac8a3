package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.util.FileUtils;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which source a deployment is accepted. */
class OriginsTest {
  @TempDir Path root;

  private Workshop shop;
  private String first;
  private String second;

  @BeforeEach
  void deployTheSecondOfTwoCommits() throws IOException {
    shop = new Workshop(root);
    first = shop.fleet("language: 1\n# first\n");
    second = shop.fleet("language: 1\n# second\n");
    deploy("two", Manner.PLAIN);
  }

  private Outcome<Deployed> deploy(String word, Manner manner) throws IOException {
    return Workshop.deployment().deploy(shop.wish(Map.of("lab", word)), manner);
  }

  private static List<String> rules(Outcome<?> outcome) {
    return outcome.diagnostics().stream().map(d -> d.rule().text()).toList();
  }

  private static Manner back(String commit) {
    return new Manner(
        Optional.empty(), Optional.empty(), false, false, Optional.empty(), Optional.of(commit));
  }

  private static final Manner DIRTY =
      new Manner(
          Optional.empty(), Optional.empty(), false, true, Optional.empty(), Optional.empty());

  @Test
  void sameSourceMayBeDeployedAgain() throws IOException {
    assertThat(deploy("three", Manner.PLAIN).diagnostics()).isEmpty();
  }

  @Test
  void overtakenRunDoesNotRollTheFleetBack() throws IOException {
    shop.checkout(first);

    Outcome<Deployed> done = deploy("one", Manner.PLAIN);

    assertThat(rules(done)).containsExactly("deploy/older-source");
    assertThat(done.diagnostics().get(0).hint().orElseThrow()).contains(first.substring(0, 10));
    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void olderSourceIsRefusedAlsoBehindACommitMadeByHand() throws IOException {
    shop.push(Map.of("README.md", "x"));
    shop.checkout(first);

    assertThat(rules(deploy("one", Manner.PLAIN))).containsExactly("deploy/older-source");
  }

  @Test
  void rollbackIsAnActOfItsOwn() throws IOException {
    shop.checkout(first);

    assertThat(deploy("one", back(first.substring(0, 10))).diagnostics()).isEmpty();

    assertThat(shop.log().get(0))
        .startsWith("Roll back: change lab on west\n")
        .contains("Source-Commit: " + first)
        .contains("Hubs-Rollback: " + second);
  }

  @Test
  void rollbackNamesWhatIsCheckedOut() throws IOException {
    assertThat(rules(deploy("one", back(first)))).containsExactly("deploy/other-rollback");
  }

  @Test
  void afterARollbackNewerSourcesGoOn() throws IOException {
    shop.checkout(first);
    deploy("one", back(first));
    shop.checkout("main");

    assertThat(deploy("two", Manner.PLAIN).diagnostics()).isEmpty();
  }

  @Test
  void sourceOfAnotherLineIsRefused() throws IOException {
    shop.checkout(first);
    shop.fleet("language: 1\n# beside\n");

    assertThat(rules(deploy("one", Manner.PLAIN))).containsExactly("deploy/other-line");
  }

  @Test
  void sourceThatLacksTheDeployedCommitIsRefused() throws IOException {
    FileUtils.delete(shop.source.resolve(".git").toFile(), FileUtils.RECURSIVE);
    Workshop elsewhere = new Workshop(root.resolve("elsewhere"));
    Path git = elsewhere.source.resolve(".git");
    Files.move(git, shop.source.resolve(".git"));
    shop.commit("Another history");

    assertThat(rules(deploy("one", Manner.PLAIN))).containsExactly("deploy/unknown-source");
  }

  @Test
  void changedConfigIsRefusedByTheNameOfTheFile() throws IOException {
    Files.writeString(shop.source.resolve("config/fleet.yaml"), "language: 1\n# typed\n");

    Diagnostic found = deploy("three", Manner.PLAIN).diagnostics().get(0);

    assertThat(found.rule().text()).isEqualTo("deploy/dirty-source");
    assertThat(found.place().file()).isEqualTo("config/fleet.yaml");
  }

  @Test
  void fileThatGitDoesNotKnowCountsToo() throws IOException {
    Files.writeString(shop.source.resolve("config/new.yaml"), "a: 1\n");

    assertThat(rules(deploy("three", Manner.PLAIN))).containsExactly("deploy/dirty-source");
  }

  @Test
  void changesOutsideOfConfigDoNotCount() throws IOException {
    Files.writeString(shop.source.resolve("notes.txt"), "mine\n");

    assertThat(deploy("three", Manner.PLAIN).diagnostics()).isEmpty();
  }

  @Test
  void changedConfigIsDeployedWhenAskedAndTheCommitSaysSo() throws IOException {
    Files.writeString(shop.source.resolve("config/fleet.yaml"), "language: 1\n# typed\n");

    assertThat(deploy("three", DIRTY).diagnostics()).isEmpty();

    assertThat(shop.log().get(0)).contains("Source-Commit: " + second + "-dirty");
  }

  @Test
  void folderWithoutACheckoutIsRefused() throws IOException {
    FileUtils.delete(shop.source.resolve(".git").toFile(), FileUtils.RECURSIVE);

    assertThat(rules(deploy("three", Manner.PLAIN))).containsExactly("deploy/no-checkout");
    assertThat(deploy("three", DIRTY).diagnostics()).isEmpty();
    assertThat(shop.log().get(0)).contains("Source-Commit: none");
  }
}
