package org.hubfleet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Moved;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example fleet, applied to a real API server as Flux applies it. */
@Tag("api")
@ExtendWith(Suite.class)
class ApiServerIT {
  @TestFactory
  Stream<DynamicTest> everyHubIsAcceptedAndThenStaysAsItIs(Suite.Shared suite) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String cluster : suite.fleet().clusters()) {
      tests.add(
          DynamicTest.dynamicTest(
              cluster, () -> accepted(suite.api(), suite.fleet().platform(cluster), false)));
      for (String hub : suite.fleet().hubs(cluster)) {
        tests.add(DynamicTest.dynamicTest(hub, () -> judge(suite, cluster, hub)));
      }
    }
    return tests.stream();
  }

  private static void judge(Suite.Shared suite, String cluster, String hub) throws IOException {
    List<Node> objects = suite.fleet().hub(cluster, hub);
    assertThat(objects).isNotEmpty();
    accepted(suite.api(), objects, true);
    accepted(suite.api(), objects, false);
    suite.results().hub("api", hub, "accepted", "yes");

    Moved before = Moved.snapshot(suite.api(), objects);
    accepted(suite.api(), suite.fleet().platform(cluster), false);
    accepted(suite.api(), objects, false);
    assertThat(before.since(Moved.snapshot(suite.api(), objects))).isEmpty();
    suite.results().hub("api", hub, "stable", "yes");
  }

  private static void accepted(Api api, List<Node> objects, boolean dryRun) {
    List<String> refused = new ArrayList<>();
    for (Node object : objects) {
      Api.Answer answer = api.apply(object, dryRun);
      if (!answer.isFine()) {
        refused.add(answer.code() + " " + answer.message());
      }
    }
    assertThat(refused).isEmpty();
  }
}
