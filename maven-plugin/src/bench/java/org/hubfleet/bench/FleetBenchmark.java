package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Times whole processes on generated fleets and writes {@code docs/benchmarks.md}: Maven's start,
 * the goal by hubs, peak resident memory, output; and, when a helm binary and a chart folder are
 * given, {@code helm template} on the same hubs in the same run.
 *
 * <p>The property {@code bench.sizes} gives other numbers of hubs, separated by commas.
 */
public final class FleetBenchmark {
  private static final List<Integer> SIZES =
      Stream.of(System.getProperty("bench.sizes", "1,20,171,1000").split(",", -1))
          .map(Integer::valueOf)
          .toList();
  private static final int RUNS = 5;

  private final Path jar;
  private final Path scratch;
  private final SortedMap<Integer, Double> slopes = new TreeMap<>();

  private FleetBenchmark(Path jar, Path scratch) {
    this.jar = jar;
    this.scratch = scratch;
  }

  /**
   * Runs everything.
   *
   * @param arguments the cli jar, a scratch folder, the page to write, then optionally a helm
   *     binary and a chart folder
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FleetBenchmark benchmark = new FleetBenchmark(Path.of(arguments[0]), Path.of(arguments[1]));
    boolean helm = !arguments[3].equals("none") && !arguments[4].equals("none");
    Optional<HelmBenchmark> other =
        helm
            ? Optional.of(
                new HelmBenchmark(
                    Path.of(arguments[3]), Path.of(arguments[4]), Path.of(arguments[1])))
            : Optional.empty();
    String page = benchmark.page(other);
    Files.writeString(Path.of(arguments[2]), page);
    System.out.println(page);
  }

  private String page(Optional<HelmBenchmark> helm) throws IOException, InterruptedException {
    StringBuilder page = new StringBuilder();
    page.append("# Benchmarks\n\n<!-- Written by mvn -Pbench verify; do not edit. -->\n\n");
    page.append(
        "Whole processes (`java -jar`, C1 and serial collector as in `.mvn/jvm.config`) on"
            + " generated fleets, the folder\n");
    page.append(
        "`generated/` empty before each run: read, validated, compiled, verified and written."
            + " Medians of ");
    page.append(RUNS).append(" runs after one that is not counted.\n");
    page.append(
        "The goal's time is that of the process without the start of one that does nothing.\n\n");
    Files.createDirectories(scratch);
    double start = median(starts(javaVersion()));
    page.append("Machine: ")
        .append(Runtime.version())
        .append(", ")
        .append(Runtime.getRuntime().availableProcessors());
    page.append(" processors, ").append(System.getProperty("os.name")).append(".\n\n");
    page.append("| hubs | wall s (min to max) | goal s | CPU s | peak MiB | objects | output MB |")
        .append(helm.isPresent() ? " helm wall s | ratio |" : "");
    page.append("\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        .append(helm.isPresent() ? " ---: | ---: |" : "")
        .append('\n');
    for (int size : SIZES) {
      page.append(row(size, start, helm)).append('\n');
    }
    page.append(
        "\nAims on 2 processors: 171 hubs in 2 s of goal time, 1,000 in 6 s, at most 384 MiB.\n");
    page.append(slope());
    page.append("\nA process that does nothing but start (`--version`): ")
        .append(seconds(start))
        .append(" s wall; Maven alone (`mvn -o validate` of an empty project): ")
        .append(seconds(median(starts(maven()))))
        .append(" s.\n\n")
        .append(PhaseTable.run());
    if (helm.isEmpty()) {
      page.append(
          "\n"
              + "No helm binary was given, so there is no ratio here: run with"
              + " `-Dbench.helm=<binary> -Dbench.chart=<folder>`.\n");
    }
    return page.toString();
  }

  private String row(int size, double start, Optional<HelmBenchmark> helm)
      throws IOException, InterruptedException {
    Path fleet = scratch.resolve("fleet-" + size);
    Measured.deleteTree(fleet);
    new FleetGenerator(fleet.resolve("config")).write(size);
    List<Measured> runs = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    // A folder of its own for each run: where many files were just deleted, new ones take longer.
    Path generated = fleet.resolve("generated-0");
    for (int run = 0; run <= RUNS; run++) {
      Measured measured = compile(fleet, fleet.resolve("generated-" + run));
      if (run > 0) {
        runs.add(measured);
        if (helm.isPresent() && size <= 171 && run <= 3) {
          others.add(helm.get().seconds(fleet));
        }
      }
    }
    List<Double> walls = runs.stream().map(Measured::wall).sorted().toList();
    slopes.put(size, median(walls));
    String row =
        "| %d | %s (%s to %s) | %s | %s | %d | %d | %.1f |"
            .formatted(
                size,
                seconds(median(walls)),
                seconds(walls.get(0)),
                seconds(walls.get(walls.size() - 1)),
                seconds(median(walls) - start),
                seconds(median(runs.stream().map(Measured::cpu).toList())),
                runs.stream().mapToLong(Measured::peakMebibytes).max().orElse(0),
                objects(generated),
                bytes(generated) / 1e6);
    return others.isEmpty()
        ? row + (helm.isPresent() ? " | |" : "")
        : row + " %s | %.0f |".formatted(seconds(median(others)), median(others) / median(walls));
  }

  private Measured compile(Path fleet, Path generated) throws IOException, InterruptedException {
    return Measured.run(
        List.of(
            "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            jar.toString(),
            "compile",
            "--config",
            fleet.resolve("config").toString(),
            "--generated",
            generated.toString()),
        fleet);
  }

  /** What one more hub costs; one hub alone tells more of the start than of hubs. */
  private String slope() {
    int from = slopes.tailMap(2).isEmpty() ? slopes.firstKey() : slopes.tailMap(2).firstKey();
    int to = slopes.lastKey();
    return from == to
        ? ""
        : "\nSlope per hub, from %d hubs to %d: %s ms wall.\n"
            .formatted(from, to, seconds(1000 * (slopes.get(to) - slopes.get(from)) / (to - from)));
  }

  private List<String> javaVersion() {
    return List.of(
        "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString(), "--version");
  }

  private List<String> maven() throws IOException {
    Path pom = scratch.resolve("empty/pom.xml");
    Files.createDirectories(pom.getParent());
    Files.writeString(
        pom,
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>empty</groupId>
          <artifactId>empty</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
        </project>
        """);
    return List.of("mvn", "-o", "-q", "validate", "-f", pom.toString());
  }

  private List<Double> starts(List<String> command) throws IOException, InterruptedException {
    List<Double> walls = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      walls.add(Measured.run(command, scratch).wall());
    }
    return walls;
  }

  private static long objects(Path generated) throws IOException {
    long count = 0;
    for (Path file : Measured.files(generated)) {
      try (Stream<String> lines = Files.lines(file)) {
        count +=
            lines
                .filter(line -> line.startsWith("kind: ") && !line.equals("kind: Kustomization"))
                .count();
      }
    }
    return count;
  }

  private static long bytes(Path generated) throws IOException {
    long sum = 0;
    for (Path file : Measured.files(generated)) {
      sum += Files.size(file);
    }
    return sum;
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
