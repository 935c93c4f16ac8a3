package org.hubfleet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.TextReport;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerFuzzIT {
  private static final Compiler COMPILER = new Compiler();
  private static final int HUBS_A_SEED = 60;
  private static final String CLUSTER = "provider: gke\nkubernetes: \"1.35\"\n";

  @FuzzTest(maxDuration = "5m")
  void anyHubFileIsCompiledOrReported(byte[] file) throws IOException {
    compiles(file);
  }

  @FuzzTest(maxDuration = "5m")
  void anyValuesAreCompiledOrReported(FuzzedDataProvider data) throws IOException {
    RandomValues values = new RandomValues(bound -> data.consumeInt(0, bound - 1));

    compiles(values.hub().getBytes(StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "5m")
  void anyChangeOfAHubIsCompiledOrReported(FuzzedDataProvider data) throws IOException {
    ChangedHubs.Pair changed = new ChangedHubs(bound -> data.consumeInt(0, bound - 1)).next();

    compiles(changed.hub().getBytes(StandardCharsets.UTF_8), changed.cluster());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void drawnChangesOfHubsAreCompiledOrReported(long seed) throws IOException {
    ChangedHubs hubs = new ChangedHubs(new Random(seed)::nextInt);

    for (int i = 0; i < HUBS_A_SEED; i++) {
      ChangedHubs.Pair changed = hubs.next();
      compiles(changed.hub().getBytes(StandardCharsets.UTF_8), changed.cluster());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void drawnValuesAreCompiledOrReported(long seed) throws IOException {
    RandomValues values = new RandomValues(new Random(seed)::nextInt);

    for (int i = 0; i < HUBS_A_SEED; i++) {
      compiles(values.hub().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void compiles(byte[] hub) throws IOException {
    compiles(hub, CLUSTER);
  }

  private static void compiles(byte[] hub, String cluster) throws IOException {
    Path config = Files.createTempDirectory("hubs-fuzz").resolve("config");
    try {
      put(config, "fleet.yaml", "language: 1\nasOf: 2026-11-21\n".getBytes(StandardCharsets.UTF_8));
      put(config, "clusters/west.yaml", cluster.getBytes(StandardCharsets.UTF_8));
      put(config, "communities/lab/hub.yaml", hub);
      String written = new String(hub, StandardCharsets.UTF_8);
      check(COMPILER.compile(Request.of(config)), written, cluster);
    } finally {
      remove(config.getParent());
    }
  }

  private static void check(Outcome<Compilation> outcome, String hub, String cluster) {
    for (Diagnostic problem : outcome.diagnostics()) {
      assertThat(problem.place().file())
          .as("%s\nof\n%s---\n%s", problem, hub, cluster)
          .startsWith("config/");
      assertThat(problem.message()).isNotBlank();
    }
    String report = new TextReport(file -> java.util.Optional.of(hub)).print(outcome.diagnostics());
    assertThat(report.lines().count()).isGreaterThanOrEqualTo(outcome.diagnostics().size());
    if (!outcome.hasErrors()) {
      outcome.value().orElseThrow().output().files().forEach(CompilerFuzzIT::isCanonical);
    }
  }

  /** All but the comment at its head, which says what the file is for. */
  private static void isCanonical(String file, String whole) {
    String text = whole.replaceFirst("^(#.*\n)+", "");
    StringBuilder again = new StringBuilder();
    for (String document : text.split("(?m)^---\\n", -1)) {
      Outcome<Node> read = YamlReader.ofOurs().read(file, document, Layer.COMPILER);
      assertThat(read.diagnostics()).as(file).isEmpty();
      again.append(again.isEmpty() ? "" : "---\n");
      again.append(YamlWriter.write(read.value().orElseThrow()));
    }
    assertThat(again.toString()).as(file).isEqualTo(text);
  }

  private static void put(Path config, String file, byte[] bytes) throws IOException {
    Path path = config.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
