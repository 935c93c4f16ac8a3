package org.hubfleet.e2e.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.login.IdentityProvider;
import org.hubfleet.e2e.node.NodeAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** All journeys of this rung, two at a time. */
@Tag("hub")
@ExtendWith(Suite.class)
class HubRungIT {
  private static final int AT_A_TIME = 2;

  private static NodeAgent nodes;
  private static IdentityProvider provider;

  @BeforeAll
  static void start(Suite.Shared suite) throws Exception {
    nodes =
        new NodeAgent(
            suite.api().watching(), suite.api().address(), suite.work("nodes"), suite.logs());
    provider = new IdentityProvider(NodeAgent.GATEWAY);
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
    if (nodes != null) {
      nodes.close();
    }
  }

  @TestFactory
  List<DynamicTest> journeys(Suite.Shared suite) {
    ExecutorService two = Executors.newFixedThreadPool(AT_A_TIME);
    Map<String, Future<?>> begun = new LinkedHashMap<>();
    for (Column column : List.of(Column.PINNED, Column.NEWEST)) {
      Stage stage = new Stage(suite, nodes, provider, column);
      for (Journey journey : Journeys.of(column)) {
        String name = journey.name() + column.label();
        if (name.matches(".*" + System.getProperty("e2e.journey", "") + ".*")) {
          begun.put(name, two.submit(() -> run(journey, stage)));
        }
      }
    }
    two.shutdown();
    List<DynamicTest> tests = new ArrayList<>();
    begun.forEach((name, end) -> tests.add(DynamicTest.dynamicTest(name, () -> await(end))));
    return tests;
  }

  private static Void run(Journey journey, Stage stage) throws Exception {
    long start = System.nanoTime();
    journey.steps().take(stage);
    System.out.printf(
        "%s%s: %.0f s%n",
        journey.name(), stage.column().label(), (System.nanoTime() - start) / 1e9);
    return null;
  }

  private static void await(Future<?> end) throws Throwable {
    try {
      end.get();
    } catch (ExecutionException failed) {
      throw failed.getCause();
    }
  }
}
