package org.hubfleet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.ControlPlane;
import org.hubfleet.e2e.cluster.Moved;
import org.hubfleet.e2e.tool.ToolBox;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The example fleet, applied to a real API server as Flux applies it. */
@Tag("api")
class ApiServerIT {
  private static final Path MODULE = Path.of(System.getProperty("e2e.module"));
  private static final Path GENERATED = Path.of(System.getProperty("e2e.root"), "generated");

  private static ControlPlane plane;

  @BeforeAll
  static void start() throws IOException {
    ToolBox tools = ToolBox.of(MODULE, System.getProperty("e2e.tools", ""));
    plane =
        ControlPlane.start(
            tools,
            Files.createTempDirectory(Files.createDirectories(MODULE.resolve("target")), "work"),
            MODULE.resolve("target/logs"));
  }

  @AfterAll
  static void stop() {
    if (plane != null) {
      plane.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyClusterIsAcceptedAndThenStaysAsItIs() throws IOException {
    List<Path> clusters;
    try (Stream<Path> folders = Files.list(GENERATED)) {
      clusters = folders.filter(Files::isDirectory).sorted().toList();
    }
    return clusters.stream()
        .map(
            cluster ->
                DynamicTest.dynamicTest(cluster.getFileName().toString(), () -> judge(cluster)));
  }

  private static void judge(Path cluster) throws IOException {
    List<Node> platform = objects(cluster.resolve("platform"));
    List<Node> hubs = objects(cluster.resolve("hubs"));
    assertThat(hubs).isNotEmpty();

    accepted(platform, false);
    accepted(hubs, true);
    accepted(hubs, false);

    Moved before = Moved.snapshot(plane.api(), hubs);
    accepted(platform, false);
    accepted(hubs, false);
    assertThat(before.since(Moved.snapshot(plane.api(), hubs))).isEmpty();
  }

  private static void accepted(List<Node> objects, boolean dryRun) {
    List<String> refused = new ArrayList<>();
    for (Node object : objects) {
      Api.Answer answer = plane.api().apply(object, dryRun);
      if (!answer.isFine()) {
        refused.add(answer.code() + " " + answer.message());
      }
    }
    assertThat(refused).isEmpty();
  }

  private static List<Node> objects(Path folder) throws IOException {
    List<Node> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ApiServerIT::holdsObjects).sorted().toList()) {
        for (String document : Files.readString(file).split("(?m)^---$", -1)) {
          found.add(
              YamlReader.ofOurs()
                  .read(file.toString(), document, Layer.COMPILER)
                  .value()
                  .orElseThrow());
        }
      }
    }
    return found;
  }

  private static boolean holdsObjects(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") && !name.equals("kustomization.yaml") && !name.startsWith(".");
  }
}
