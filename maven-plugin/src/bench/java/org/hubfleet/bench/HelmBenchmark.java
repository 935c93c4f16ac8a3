package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * Renders the hubs of a generated fleet with {@code helm template}, one process a hub, as
 * imperative fleets do.
 */
final class HelmBenchmark {
  private final Path helm;
  private final Path chart;
  private final Path scratch;

  HelmBenchmark(Path helm, Path chart, Path scratch) {
    this.helm = helm;
    this.chart = chart;
    this.scratch = scratch;
  }

  /** Seconds for all hubs of the fleet, values files prepared before the clock starts. */
  double seconds(Path fleet) throws IOException, InterruptedException {
    List<Path> values = new ArrayList<>();
    for (Path file : Measured.files(fleet.resolve("config/communities"))) {
      values.add(values(file));
    }
    long start = System.nanoTime();
    for (Path file : values) {
      Measured.run(
          List.of(
              helm.toString(), "template", "lab", chart.toString(), "--values", file.toString()),
          scratch);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Path values(Path hub) throws IOException {
    Node tree =
        YamlReader.ofConfig().read("hub", Files.readString(hub), Layer.HUB).value().orElseThrow();
    Mapping override =
        (Mapping) tree.get("overrides").flatMap(Node::sequence).orElseThrow().items().get(0);
    Path file = scratch.resolve("values-" + hub.getParent().getFileName() + ".yaml");
    return Files.writeString(
        file, YamlWriter.write(override.at("values.jupyterhub").orElseThrow()));
  }
}
