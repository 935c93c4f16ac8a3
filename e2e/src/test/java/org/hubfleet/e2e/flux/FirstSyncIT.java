package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.e2e.cluster.Moved;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example fleet, deployed with {@code hubs:deploy} and applied by Flux. */
@Order(10)
@Tag("flux")
@ExtendWith(OnStage.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstSyncIT {
  @TestFactory
  @Order(1)
  Stream<DynamicTest> everyHubArrivesAndOnlyFluxWroteIt(Stage stage) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String hub : hubs(stage)) {
      tests.add(DynamicTest.dynamicTest(hub, () -> judge(stage, hub)));
    }
    assertThat(tests).hasSizeGreaterThan(3);
    return tests.stream();
  }

  private static void judge(Stage stage, String hub) throws IOException {
    List<Node> objects = objects(stage, hub);
    assertThat(objects).hasSizeGreaterThan(10);
    for (Node object : objects) {
      Node live = stage.api().get(object).tree();
      assertThat(Writers.of(live)).as("%s", live.at("metadata.name")).isEqualTo(Writers.FLUX_ALONE);
    }
    stage.suite().results().hub("flux", hub.substring(StageFleet.PREFIX.length()), "synced", "yes");
  }

  @Test
  @Order(2)
  void syncingTheSameAgainChangesNoObject(Stage stage) throws IOException {
    List<Node> objects = new ArrayList<>();
    for (String hub : hubs(stage)) {
      objects.addAll(objects(stage, hub));
    }
    Moved before = Moved.snapshot(stage.api(), objects);

    for (String set : FluxSet.names(stage.api())) {
      stage.set(set).again("again");
    }

    assertThat(before.since(Moved.snapshot(stage.api(), objects))).isEmpty();
  }

  /** The ids of the hubs that are deployed, which are their namespaces too. */
  private static List<String> hubs(Stage stage) throws IOException {
    return Stage.sets(stage.repository().files()).stream()
        .filter(name -> !name.contains("."))
        .toList();
  }

  private static List<Node> objects(Stage stage, String hub) throws IOException {
    TreeMap<String, String> files = new TreeMap<>(stage.repository().files());
    files
        .keySet()
        .removeIf(path -> !path.contains("/" + hub + "/") && !path.endsWith(hub + ".yaml"));
    files.keySet().removeIf(path -> path.contains("/flux/") || path.contains("/provision/"));
    return GeneratedObjects.below(new StageFleet(files).write(stage.suite().work("judged")));
  }
}
