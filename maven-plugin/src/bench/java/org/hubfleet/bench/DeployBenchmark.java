package org.hubfleet.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times deployments of a fleet of 1,000 hubs beside plain git doing the same work, and puts the
 * section {@code Deploy} into {@code docs/benchmarks.md}.
 */
public final class DeployBenchmark {
  private static final int HUBS = 1000;
  private static final int RUNS = 3;
  private static final List<Integer> HISTORIES = List.of(10, 10_000);
  private static final String BRANCH = "deployed";
  private static final String TITLE = "## Deploy\n";

  private final String classes;
  private final Path scratch;
  private final Path fleet;
  private final Path generated;
  private final PlainGit git;
  private int words;

  private DeployBenchmark(String classes, Path scratch) {
    this.classes = classes;
    this.scratch = scratch;
    this.fleet = scratch.resolve("fleet");
    this.generated = fleet.resolve("generated");
    this.git = new PlainGit(scratch);
  }

  /**
   * Runs everything.
   *
   * @param arguments the cli jar, a scratch folder, the page to put the section into
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path page = Path.of(arguments[2]);
    Path scratch = Path.of(arguments[1]).toAbsolutePath();
    String section = new DeployBenchmark(arguments[0], scratch).section();
    String text = Files.readString(page);
    int at = text.indexOf(TITLE);
    Files.writeString(page, (at < 0 ? text + "\n" : text.substring(0, at)) + section);
    System.out.println(section);
  }

  private String section() throws IOException, InterruptedException {
    prepare();
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append(
            "From the compiled files in memory to the acknowledged push, each time in a new process"
                + " (C1 and serial collector as\n"
                + "in `.mvn/jvm.config`), beside plain `git` doing the same work in the same run:"
                + " `clone --depth 1`, `cp -r`, `add`,\n"
                + "`commit`, `push`. A fleet of ")
        .append(HUBS)
        .append(" hubs; medians of ")
        .append(RUNS)
        .append(" runs after one that is not counted.\n\n");
    text.append(
        "| what | repository | commits in it | hubs s (min to max) | git s (min to max) | ratio |\n"
            + "| --- | --- | ---: | ---: | ---: | ---: |\n");
    try (GitOverHttp server = new GitOverHttp(scratch)) {
      for (boolean http : List.of(false, true)) {
        text.append(first(http, server)).append('\n');
      }
      for (int commits : HISTORIES) {
        Path ours = history("ours-" + commits, commits);
        Path theirs = scratch.resolve("theirs-" + commits + ".git");
        PlainGit.run(scratch, "cp", "-r", ours.toString(), theirs.toString());
        for (boolean http : List.of(false, true)) {
          text.append(oneHub(commits, http, server, ours, theirs)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private void prepare() throws IOException, InterruptedException {
    Measured.deleteTree(scratch);
    new FleetGenerator(fleet.resolve("config")).write(HUBS);
    PlainGit.run(fleet, "git", "init", "-q", "-b", "main");
    PlainGit.run(fleet, "git", "add", "-A");
    PlainGit.commit(fleet, "Describe the fleet");
    PlainGit.run(fleet, "git", "gc", "-q");
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("org.hubfleet.cli.Main", "compile", "--config"));
    command.add(fleet.resolve("config").toString());
    Measured.run(command, fleet);
  }

  private List<String> java() {
    String own = DeployRun.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return List.of(
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        classes + File.pathSeparator + own);
  }

  private String first(boolean http, GitOverHttp server) throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      ours.add(deploy(address(empty("first-" + http + run), http, server)));
      Path other = empty("other-" + http + run);
      theirs.add(git.deploy(generated, gitAddress(other, http, server), BRANCH, true));
    }
    return row("first deploy", http, "0", ours, theirs);
  }

  private String oneHub(int commits, boolean http, GitOverHttp server, Path ours, Path theirs)
      throws IOException, InterruptedException {
    List<Double> own = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    Path file = hub(HUBS / 2);
    String before = Files.readString(file);
    for (int run = 0; run <= RUNS; run++) {
      String word = "another" + words++;
      own.add(
          deploy(
              address(ours, http, server),
              generated.relativize(file).toString(),
              "Laboratory " + HUBS / 2,
              "Laboratory " + HUBS / 2 + " " + word));
      Files.writeString(file, before + "# " + word + "\n");
      others.add(git.deploy(generated, gitAddress(theirs, http, server), BRANCH, false));
      Files.writeString(file, before);
    }
    return row("one changed hub", http, String.format(Locale.ROOT, "%,d", commits), own, others);
  }

  private Path hub(int number) {
    return generated.resolve(
        String.format(Locale.ROOT, "c%d/hubs/lab-%04d/hub.yaml", number % 6, number));
  }

  /** A repository of that many commits, the first and the last of which are deployments. */
  private Path history(String name, int commits) throws IOException, InterruptedException {
    Path bare = empty(name);
    deploy(bare.toString());
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < HUBS; i++) {
      files.add(hub(i));
    }
    new History(bare, BRANCH).add(commits - 2, files, generated);
    deploy(bare.toString());
    PlainGit.run(bare, "git", "gc", "-q");
    return bare;
  }

  private Path empty(String name) throws IOException, InterruptedException {
    Path bare = scratch.resolve(name + ".git");
    PlainGit.run(scratch, "git", "init", "-q", "--bare", "-b", BRANCH, bare.toString());
    PlainGit.run(bare, "git", "config", "uploadpack.allowFilter", "true");
    PlainGit.run(bare, "git", "config", "receive.autogc", "false");
    return bare;
  }

  private static String address(Path bare, boolean http, GitOverHttp server) {
    return http ? server.address(bare.getFileName().toString()) : bare.toString();
  }

  /** Git copies nothing from a folder over a file address. */
  private static String gitAddress(Path bare, boolean http, GitOverHttp server) {
    return http ? server.address(bare.getFileName().toString()) : "file://" + bare;
  }

  private double deploy(String address, String... change) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.add(DeployRun.class.getName());
    command.add(fleet.resolve("config").toString());
    command.add(generated.toString());
    command.add(address);
    command.addAll(List.of(change));
    String said = PlainGit.run(fleet, command.toArray(String[]::new));
    return said.lines()
            .filter(line -> line.startsWith(DeployRun.TOOK))
            .mapToLong(line -> Long.parseLong(line.substring(DeployRun.TOOK.length())))
            .findFirst()
            .orElseThrow()
        / 1e9;
  }

  private static String row(
      String what, boolean http, String commits, List<Double> ours, List<Double> theirs) {
    List<Double> own = ours.subList(1, ours.size());
    List<Double> others = theirs.subList(1, theirs.size());
    return "| %s | %s | %s | %s | %s | %.1f |"
        .formatted(
            what,
            http ? "http, this machine" : "folder",
            commits,
            span(own),
            span(others),
            FleetBenchmark.median(others) / FleetBenchmark.median(own));
  }

  private static String span(List<Double> seconds) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        FleetBenchmark.median(seconds),
        seconds.stream().mapToDouble(s -> s).min().orElseThrow(),
        seconds.stream().mapToDouble(s -> s).max().orElseThrow());
  }
}
