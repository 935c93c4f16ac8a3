package org.hubfleet.e2e.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.e2e.Suite;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example fleet, applied to a real API server as Flux applies it. */
@Tag("api")
@ExtendWith(Suite.class)
class ExampleFleetIT {
  @TestFactory
  Stream<DynamicTest> everyHubIsAcceptedAndThenStaysAsItIs(Suite.Shared suite) throws IOException {
    Acceptance acceptance = new Acceptance(suite, suite.fleet());
    List<DynamicTest> tests = new ArrayList<>();
    for (String cluster : suite.fleet().clusters()) {
      tests.add(DynamicTest.dynamicTest(cluster, () -> acceptance.platform(cluster)));
      for (String hub : suite.fleet().hubs(cluster)) {
        tests.add(
            DynamicTest.dynamicTest(
                hub,
                () -> {
                  acceptance.hub(cluster, hub);
                  suite.results().hub("api", hub, "accepted", "yes");
                  suite.results().hub("api", hub, "stable", "yes");
                }));
      }
    }
    return tests.stream();
  }
}
