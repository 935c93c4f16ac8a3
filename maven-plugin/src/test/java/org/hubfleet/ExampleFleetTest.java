package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.distribution.Distribution;
import org.junit.jupiter.api.Test;

/** What the example fleet is to show, in files that a person reads in one go. */
class ExampleFleetTest {
  private static final Path CONFIG = Path.of("../config");
  private static final int MOST_LINES = 25;
  private static final Outcome<Compilation> COMPILED = new Compiler().compile(Request.of(CONFIG));
  private static final Fleet FLEET = COMPILED.value().orElseThrow().fleet();

  @Test
  void itHasNothingToReport() {
    assertThat(COMPILED.diagnostics()).isEmpty();
  }

  @Test
  void tenHubsOfSixCommunitiesRunOnTwoClustersOfTwoProviders() {
    assertThat(FLEET.hubs()).hasSize(10);
    assertThat(FLEET.hubs())
        .extracting(Hub::community)
        .containsOnly("atlas", "coast", "harbour", "makerspace", "summer-school", "tidal-lab");
    assertThat(FLEET.clusters()).extracting(Cluster::provider).containsExactly("k3s", "gke");
    assertThat(FLEET.clusters()).allSatisfy(c -> assertThat(FLEET.hubsOn(c)).isNotEmpty());
  }

  @Test
  void everyShippedDistributionIsInUse() {
    List<String> used =
        FLEET.hubs().stream()
            .flatMap(hub -> hub.distributions().stream())
            .filter(distribution -> distribution.version().isPresent())
            .map(Distribution::name)
            .distinct()
            .toList();

    assertThat(used).containsExactlyInAnyOrder("classroom", "earth-analytics", "publish");
  }

  @Test
  void everyHubFitsIntoTwentyFiveLines() throws IOException {
    try (Stream<Path> files = Files.walk(CONFIG.resolve("communities"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
    }
  }

  @Test
  void theHubOfTheReadmeBecomesMoreThanFortyObjects() {
    Hub hub = FLEET.hub("tidal-lab").orElseThrow();

    assertThat(new Compiler().compile(hub).value().orElseThrow().manifests())
        .hasSizeGreaterThan(40);
  }
}
