package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.DeployedBranch;
import org.hubfleet.model.Fleet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a deployment goes. */
class TargetsTest {
  @TempDir Path root;

  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(root);
  }

  private Outcome<Deployed> deploy(Optional<String> repository, Optional<String> branch)
      throws IOException {
    Wish wish = shop.wish(Workshop.output(Map.of("lab", "one")), Scope.WHOLE, repository, branch);
    return Workshop.deployment().deploy(wish, Manner.PLAIN);
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.diagnostics().get(0).rule().text();
  }

  @Test
  void fleetSaysWhere() throws IOException {
    shop.fleet("language: 1\ndeployment: {repository: ../deployment.git, branch: live}\n");

    assertThat(deploy(Optional.empty(), Optional.empty()).diagnostics()).isEmpty();

    assertThat(shop.files(shop.bare, "live")).containsKey("west/hubs/lab/hub.yaml");
  }

  @Test
  void nobodySaysWhere() throws IOException {
    assertThat(rule(deploy(Optional.empty(), Optional.empty()))).isEqualTo("deploy/no-repository");
  }

  @Test
  void sourceRepositoryTakesABranchOfItsOwn() throws IOException {
    assertThat(deploy(Optional.of("."), Optional.empty()).diagnostics()).isEmpty();

    assertThat(shop.files(shop.source.resolve(".git"), "deployed"))
        .containsKey("west/hubs/lab/hub.yaml")
        .doesNotContainKey("config/fleet.yaml");
  }

  @Test
  void branchOfTheSourceIsRefused() throws IOException {
    assertThat(rule(deploy(Optional.of("."), Optional.of("main"))))
        .isEqualTo("deploy/source-branch");
  }

  @Test
  void anotherBranchThatHoldsSourcesIsRefusedToo() throws Exception {
    try (Git git = Git.open(shop.source.toFile())) {
      git.branchCreate().setName("feature").call();
    }

    assertThat(rule(deploy(Optional.of("."), Optional.of("feature"))))
        .isEqualTo("deploy/source-branch");
  }

  @Test
  void branchThatSomebodyHasCheckedOutIsRefused() throws Exception {
    Path other = Files.createDirectories(root.resolve("other"));
    try (Git git =
        Git.init().setDirectory(other.toFile()).setInitialBranch(Workshop.BRANCH).call()) {
      Outcome<Deployed> done = deploy(Optional.of(other.toString()), Optional.empty());

      assertThat(rule(done)).isEqualTo("deploy/rejected");
    }
  }

  @Test
  void folderThatIsNoRepositoryIsAProblem() throws IOException {
    Files.createDirectories(root.resolve("other/stuff"));

    assertThat(rule(deploy(Optional.of(root.resolve("other").toString()), Optional.empty())))
        .isEqualTo("deploy/repository-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ghp_s3cr3t@github.com/a/b",
        "https://user:s3cr3t@git.example/a/b",
        "ssh://git:s3cr3t@git.example/a",
        "https://user:s3/cr3t#s3cr3t@git.example/a",
        "user:s3cr3t@git.example:a"
      })
  void addressWithASecretIsRefusedWithoutShowingIt(String address) throws IOException {
    Outcome<Deployed> done = deploy(Optional.of(address), Optional.empty());

    Diagnostic found = done.diagnostics().get(0);
    assertThat(found.rule().text()).isEqualTo("deploy/secret-in-address");
    assertThat(found.masked()).isTrue();
    assertThat(found.toString() + found.hint()).doesNotContain("s3cr3t");
  }

  @Test
  void secretInTheFleetFileHasTheNameThatOtherGoalsGiveIt() throws IOException {
    shop.fleet("language: 1\ndeployment: {repository: 'https://me:s3cr3t@git.example/a'}\n");

    Outcome<Deployed> done = deploy(Optional.empty(), Optional.empty());

    assertThat(done.diagnostics())
        .extracting(d -> d.rule().text())
        .containsExactly("fleet/credentials-in-address");
    assertThat(done.diagnostics().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void fluxIsToldTheBranchThatIsPushedToAlsoWhenNobodySaysIt() throws IOException {
    shop.fleet("language: 1\ndeployment: {repository: 'https://git.example/a'}\n");
    Fleet fleet = shop.wish(Map.of("lab", "one")).fleet();

    Target pushed =
        new Targets(fleet, Source.around(shop.source.resolve("config")))
            .target(Optional.empty(), Optional.empty(), shop.source)
            .value()
            .orElseThrow();

    assertThat(pushed.branch())
        .isEqualTo(DeployedBranch.of(fleet.tree(), fleet.tree().origin()).text())
        .isEqualTo(Workshop.BRANCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://git.example/a", "git://git.example/a", "gopher://x"})
  void otherProtocolsAreNoAddress(String address) throws IOException {
    assertThat(rule(deploy(Optional.of(address), Optional.empty())))
        .isEqualTo("deploy/bad-address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "-x y", "x.lock"})
  void badBranchIsRefused(String branch) throws IOException {
    assertThat(rule(deploy(Optional.of("../d.git"), Optional.of(branch))))
        .isEqualTo("deploy/bad-branch");
  }

  @ParameterizedTest
  @CsvSource({
    "https://git.example/a/b.git, false",
    "ssh://git@git.example/a/b, false",
    "git@git.example:a/b.git, false",
    "../deployment.git, true",
    "deployment, true",
    "/srv/git/d.git, true",
    "file:///srv/git/d.git, true"
  })
  void addressesAreFoldersOrServers(String text, boolean folder) {
    assertThat(Address.parse(text, root).orElseThrow().folder().isPresent()).isEqualTo(folder);
  }
}
