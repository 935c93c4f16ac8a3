package org.hubfleet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.e2e.scheduler.BrokenHub;
import org.hubfleet.e2e.scheduler.SchedulerRung;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Real schedulers put the pods of every hub and of every choice where they are meant to be. Runs
 * before the rungs that bring nodes of their own.
 */
@Order(1)
@Tag("scheduler")
@ExtendWith(Suite.class)
class SchedulerIT {
  @TestFactory
  Stream<DynamicTest> everyPodFindsTheNodeItIsMeantFor(Suite.Shared suite) {
    Fleet fleet =
        new Compiler().bind(Request.of(suite.root().resolve("config"))).value().orElseThrow();
    List<DynamicTest> tests = new ArrayList<>();
    for (Cluster cluster : fleet.clusters()) {
      for (Hub hub : fleet.hubsOn(cluster)) {
        tests.add(DynamicTest.dynamicTest(hub.id(), () -> judge(suite, hub)));
      }
    }
    return tests.stream();
  }

  private static void judge(Suite.Shared suite, Hub hub) throws IOException {
    SchedulerRung rung = new SchedulerRung(suite, suite.fleet(), Duration.ofMinutes(1));

    SchedulerRung.Verdict verdict = rung.of(hub);

    boolean good = verdict.complaints().isEmpty();
    suite.results().hub("scheduler", hub.id(), "scheduled", good ? "yes" : "no");
    suite.results().hub("scheduler", hub.id(), "choices", String.valueOf(verdict.choices()));
    suite.results().hub("scheduler", hub.id(), "gave way", String.valueOf(verdict.displaced()));
    assertThat(verdict.complaints()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whatIsBrokenIsComplainedOf(Suite.Shared suite) throws IOException {
    return BrokenHub.in(suite.root().resolve("e2e/src/test/cases/scheduler")).stream()
        .map(
            situation ->
                DynamicTest.dynamicTest(
                    situation.getFileName().toString(), () -> refuse(suite, situation)));
  }

  private static void refuse(Suite.Shared suite, Path situation) throws IOException {
    String name = situation.getFileName().toString();
    BrokenHub broken = BrokenHub.of(situation, suite.work("broken-" + name));
    SchedulerRung rung = new SchedulerRung(suite, broken.generated(), Duration.ofSeconds(15));

    SchedulerRung.Verdict verdict = rung.of(broken.hub());

    assertThat(verdict.complaints()).isEqualTo(broken.complaints());
    suite.results().figure("scheduler", "must fail: " + name, "fails, as named");
  }
}
