package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code hubs:status} says of a cluster that Flux keeps. */
@Order(11)
@Tag("flux")
@ExtendWith(OnStage.class)
class StatusIT {
  @Test
  void fleetThatIsInPlaceIsReadyAndNothingDrifts(Stage stage) throws IOException {
    StageFleet fleet = stage.example();
    stage.apply(fleet);

    List<String> lines = stage.status(fleet, true);

    String tip = stage.repository().tip().substring(0, 10);
    List<String> sets = Stage.sets(stage.repository().files());
    assertThat(sets).hasSizeGreaterThan(4);
    assertThat(lines)
        .filteredOn(line -> line.contains("Flux"))
        .map(String::strip)
        .containsExactlyInAnyOrderElementsOf(
            sets.stream()
                .map(set -> "Flux has applied " + tip + " of " + set + ", ready")
                .toList());
    assertThat(lines)
        .noneMatch(line -> line.contains("gone: ") || line.contains("not as deployed"));
  }

  @Test
  void whatSomebodyChangedByHandIsToldUntilFluxPutsItRight(Stage stage) throws IOException {
    StageFleet fleet = stage.example().withTwoHubs();
    stage.apply(fleet);
    stage
        .api()
        .merge(
            Live.path("f-alpha", "Deployment/proxy") + "?fieldManager=kubectl-edit",
            "{\"spec\": {\"template\": {\"spec\": {\"terminationGracePeriodSeconds\": 1}}}}");
    stage.api().delete(Live.path("f-alpha", "Service/hub"));

    assertThat(stage.status(fleet, false))
        .containsSubsequence(
            "    not as deployed: Deployment/proxy",
            "      spec.template.spec.terminationGracePeriodSeconds: 60 -> 1",
            "    gone: Service/hub");

    stage.set("f-alpha").again("status");

    assertThat(stage.status(fleet, true)).noneMatch(line -> line.contains("gone: Service/hub"));
  }

  @Test
  void setThatIsBehindIsTold(Stage stage) throws IOException {
    StageFleet fleet = stage.example().withTwoHubs();
    stage.apply(fleet);
    stage.repository().commit(stage.compiled(fleet.withHub("f-alpha", "{cull: {every: 300}}")));

    assertThat(stage.status(fleet, false))
        .anyMatch(
            line -> line.matches("    Flux has applied \\w{10}, not the tip, of f-alpha, ready"));

    stage.sync();
  }
}
