package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments that set out before everything is compiled. */
class ApproachTest {
  private static final Map<String, String> ONE = Map.of("lab", "one", "school", "one");
  private static final Map<String, String> TWO = Map.of("lab", "two", "school", "one");

  @TempDir Path root;

  private String commit(Wish wish, Deployment deployment) {
    Outcome<Deployed> done = deployment.deploy(wish, Manner.PLAIN);
    assertThat(done.diagnostics()).isEmpty();
    return done.value().flatMap(Deployed::commit).orElseThrow();
  }

  private static Wish to(Workshop shop, Path repository, Map<String, String> hubs)
      throws IOException {
    return shop.wish(
        Workshop.output(hubs), Scope.WHOLE, Optional.of(repository.toString()), Optional.empty());
  }

  @Test
  void commitIsTheSameWithAndWithoutAnApproach() throws IOException {
    Workshop shop = new Workshop(root);
    Wish with = to(shop, root.resolve("with.git"), ONE);
    Wish without = to(shop, root.resolve("without.git"), ONE);
    commit(with, Workshop.deployment());
    commit(without, Workshop.deployment());
    with = to(shop, root.resolve("with.git"), TWO);
    without = to(shop, root.resolve("without.git"), TWO);

    try (Deployment early = Workshop.deployment()) {
      early.approach(with.inquiry());
      early.expect(with.compiled().files());

      assertThat(commit(with, early)).isEqualTo(commit(without, Workshop.deployment()));
    }
  }

  @Test
  void whatOthersPushedAfterTheApproachStays() throws IOException {
    Workshop shop = new Workshop(root);
    commit(shop.wish(ONE), Workshop.deployment());
    try (Deployment early = Workshop.deployment()) {
      early.approach(shop.wish(TWO).inquiry());
      early.expect(shop.wish(ONE).compiled().files());
      shop.push(Map.of("README.md", "ours"));

      commit(shop.wish(TWO), early);
    }

    assertThat(shop.files()).containsEntry("README.md", "ours");
    assertThat(shop.files()).containsAllEntriesOf(Workshop.output(TWO).files());
    assertThat(shop.log()).hasSize(3);
  }

  @Test
  void approachToAnotherRepositoryIsGivenUp() throws IOException {
    Workshop shop = new Workshop(root);
    Path elsewhere = root.resolve("elsewhere.git");
    try (Deployment early = Workshop.deployment()) {
      early.approach(to(shop, elsewhere, ONE).inquiry());

      commit(shop.wish(ONE), early);
    }

    assertThat(elsewhere).doesNotExist();
    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void approachAloneWritesNothing() throws IOException {
    Workshop shop = new Workshop(root);
    commit(shop.wish(ONE), Workshop.deployment());
    String before = listing(shop.bare);

    try (Deployment early = Workshop.deployment()) {
      early.approach(shop.wish(TWO).inquiry());
    }

    assertThat(listing(shop.bare)).isEqualTo(before);
  }

  private static String listing(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return String.join("\n", all.map(Path::toString).sorted().toList());
    }
  }

  @Test
  void troubleOfAnApproachIsToldByTheDeployment() throws IOException {
    Workshop shop = new Workshop(root);
    Path noRepository = Files.createDirectory(root.resolve("folder"));
    Wish wish = to(shop, noRepository, ONE);
    try (Deployment early = Workshop.deployment()) {
      early.approach(wish.inquiry());

      Outcome<Deployed> done = early.deploy(wish, Manner.PLAIN);

      assertThat(done.diagnostics())
          .extracting(d -> d.rule().text())
          .isEqualTo(List.of("deploy/repository-missing"));
    }
  }

  @Test
  void nameOfATextIsItsOwnWhateverWasExpected() {
    BlobNames names = new BlobNames();
    names.expect(Map.of("a.yaml", "old"));

    assertThat(names.of("a.yaml", "new")).isEqualTo(Blob.id("new"));
    assertThat(names.of("a.yaml", "old")).isEqualTo(Blob.id("old"));
    assertThat(names.of("b.yaml", "other")).isEqualTo(Blob.id("other"));
  }
}
