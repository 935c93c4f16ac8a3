package org.hubfleet.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.real.RealFleet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every real hub of the samples (outside the repository, {@code -Dhubs.samples}), imported,
 * compiled and applied to a real API server; its namespace goes again afterwards.
 */
@Tag("api")
@ExtendWith(Suite.class)
class RealFleetIT {
  @TestFactory
  Stream<DynamicTest> everyRealHubIsAcceptedAndThenStaysAsItIs(Suite.Shared suite)
      throws IOException {
    Path samples = Path.of(System.getProperty("hubs.samples", "")).resolve("fleet");
    if (System.getProperty("hubs.samples", "").isEmpty() || !Files.isDirectory(samples)) {
      suite.results().figure("api", "real input", "not run: no samples were given");
      return Stream.empty();
    }
    GeneratedObjects fleet = compiled(samples, suite.work("real-fleet"));
    Acceptance acceptance = new Acceptance(suite, fleet);
    List<DynamicTest> tests = new ArrayList<>();
    int hubs = 0;
    for (String cluster : fleet.clusters()) {
      tests.add(DynamicTest.dynamicTest(cluster, () -> acceptance.platform(cluster)));
      for (String hub : fleet.hubs(cluster)) {
        hubs++;
        tests.add(
            DynamicTest.dynamicTest(
                hub,
                () -> {
                  acceptance.hub(cluster, hub);
                  suite.api().delete("/api/v1/namespaces/" + hub);
                }));
      }
    }
    assertThat(hubs).isPositive();
    suite.results().figure("api", "real input", hubs + " hubs accepted, stable at a second apply");
    return tests.stream();
  }

  private static GeneratedObjects compiled(Path samples, Path work) throws IOException {
    RealFleet fleet = new RealFleet(samples, work, RealFleet.standIn());
    Compilation compilation =
        new Compiler().compile(Request.of(fleet.config())).value().orElseThrow();
    assertThat(compilation.hubs()).hasSameSizeAs(fleet.hubs().keySet());
    Path generated = work.resolve("generated");
    for (Map.Entry<String, String> file : compilation.output().files().entrySet()) {
      Path target = generated.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return new GeneratedObjects(generated);
  }
}
