package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deployers are killed at 200 moments, drawn over the measured length of every phase: half of them
 * at work in a folder, with few changes and with many, half over http. The branch is always old or
 * new, nothing in the repository is broken, and the next deployer finishes.
 */
class KilledDeployerIT {
  /** Changes that are stored one by one. */
  private static final int FEW = 12;

  /** Changes that are stored as one pack. */
  private static final int MANY = 55;

  /** So many leftovers of killed processes lie about before somebody tidies up. */
  private static final int TIDY_EVERY = 25;

  private static final List<Progress.Phase> HIT =
      List.of(
          Progress.Phase.READING,
          Progress.Phase.PLANNING,
          Progress.Phase.BUILDING,
          Progress.Phase.PUSHING);

  @TempDir Path root;

  private QuickJava java;

  /** Where there is one processor, one after the other: a victim and its killer need it. */
  private static final int AT_ONCE = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Test
  void killedAtTwoHundredMoments() throws Exception {
    assumeTrue(GitServer.hasGit(), "needs git with http-backend");
    java = QuickJava.in(Files.createDirectory(root.resolve("classes")));
    Workshop noted = shop("noted");
    new Victims(noted, noted.bare.toString(), FEW, () -> {}).archiveClasses();
    ExecutorService killers = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<?>> running =
        List.of(killers.submit(this::inAFolder), killers.submit(this::overHttp));
    killers.shutdown();
    for (Future<?> one : running) {
      one.get();
    }
  }

  private Workshop shop(String name) throws IOException {
    Workshop shop = new Workshop(Files.createDirectory(root.resolve(name)));
    NewRepository.at(shop.bare, Workshop.BRANCH);
    GitServer.git(shop.bare, "config", "uploadpack.allowFilter", "true");
    return shop;
  }

  private Void inAFolder() throws Exception {
    Workshop few = shop("few");
    new Victims(few, few.bare.toString(), FEW, () -> {}).kill(50);
    Workshop many = shop("many");
    new Victims(many, many.bare.toString(), MANY, () -> {}).kill(50);
    return null;
  }

  private Void overHttp() throws Exception {
    Workshop shop = shop("http");
    try (GitServer server = new GitServer(shop.root)) {
      new Victims(shop, server.address("deployment.git"), FEW, server::settle).kill(100);
    }
    return null;
  }

  /** Waits for something. */
  private interface Pause {
    void await() throws InterruptedException;
  }

  /** Deployers to one address, each killed once. */
  private final class Victims {
    private final Random random = new Random(20261121);
    private final Map<Progress.Phase, Integer> histogram = new EnumMap<>(Progress.Phase.class);
    private final Workshop shop;
    private final String address;
    private final int hubs;
    private final Pause settled;

    /**
     * @param settled waits for what goes on after a deployer is gone
     */
    Victims(Workshop shop, String address, int hubs, Pause settled) {
      this.shop = shop;
      this.address = address;
      this.hubs = hubs;
      this.settled = settled;
    }

    void archiveClasses() throws Exception {
      run(java.noting(), "noted");
      java.archive();
    }

    void kill(int times) throws Exception {
      deploy("start");
      Map<Progress.Phase, Long> lengths = run(java.quick(), "measured");
      int landed = 0;
      Process process = start(0);
      for (int i = 0; i < times; i++) {
        Progress.Phase phase = HIT.get(i % HIT.size());
        String old = tip();
        hit(process, phase, (long) (random.nextDouble() * lengths.get(phase)));
        // The next one gets ready meanwhile.
        process = start(i + 1);
        settled.await();
        landed += hasLanded(old, word(i)) ? 1 : 0;
        deploy(word(i));
        assertThat(shop.files()).containsAllEntriesOf(output(word(i)));
        if (i % TIDY_EVERY == TIDY_EVERY - 1) {
          GitServer.git(shop.bare, "gc", "--quiet", "--prune=now");
        }
      }
      process.destroyForcibly().waitFor();
      System.out.printf(
          "%d kills %s, %d hubs, in %s, %d of them after the branch had moved; phases take %s us%n",
          times,
          address.startsWith("http") ? "over http" : "in a folder",
          hubs,
          histogram,
          landed,
          micros(lengths));
      assertThat(histogram).containsOnlyKeys(HIT);
      assertThat(histogram.values().stream().mapToInt(count -> count).sum())
          .isGreaterThan(times * 3 / 4);
    }

    private Process start(int number) throws IOException {
      return new DeployerProcess(shop.root, address, java.quick()).start(hubs, word(number));
    }

    private void deploy(String word) throws IOException {
      Map<String, String> changed = DeployerProcess.hubs(hubs, word);
      assertThat(DeployerProcess.deploy(shop, address, changed, Progress.SILENT).diagnostics())
          .isEmpty();
    }

    /** Whether the branch has moved; then to exactly what was being deployed. */
    private boolean hasLanded(String old, String word) throws IOException {
      assertThat(GitServer.git(shop.bare, "fsck", "--strict", "--no-dangling"))
          .doesNotContain("error", "missing", "broken", "corrupt");
      if (tip().equals(old)) {
        return false;
      }
      assertThat(GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH + "^").strip())
          .isEqualTo(old);
      assertThat(shop.files()).containsAllEntriesOf(output(word));
      return true;
    }

    private Map<String, String> output(String word) {
      return Workshop.output(DeployerProcess.hubs(hubs, word)).files();
    }

    private String tip() throws IOException {
      return GitServer.git(shop.bare, "rev-parse", Workshop.BRANCH).strip();
    }

    /** Kills it some time after it has said that the phase begins; notes where it really was. */
    private void hit(Process process, Progress.Phase phase, long nanos) throws Exception {
      try (BufferedReader lines = process.inputReader()) {
        assertThat(lines.readLine()).isEqualTo(DeployerProcess.READY);
        DeployerProcess.go(process);
        String line = lines.readLine();
        while (line != null && !line.equals(phase.name())) {
          line = lines.readLine();
        }
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        // By its handle, which leaves open what it has said.
        process.toHandle().destroyForcibly();
        process.waitFor();
        Progress.Phase last = phase;
        for (line = lines.readLine(); line != null; line = lines.readLine()) {
          last = phase(line).orElse(last);
        }
        if (HIT.contains(last)) {
          histogram.merge(last, 1, Integer::sum);
        }
      }
    }

    /** Lets a process finish and says how long each phase took, in nanoseconds. */
    private Map<Progress.Phase, Long> run(List<String> command, String word) throws Exception {
      Map<Progress.Phase, Long> starts = new EnumMap<>(Progress.Phase.class);
      StringBuilder said = new StringBuilder();
      Process process = new DeployerProcess(shop.root, address, command).start(hubs, word);
      DeployerProcess.go(process);
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          phase(line).ifPresent(phase -> starts.put(phase, System.nanoTime()));
          said.append(line).append('\n');
        }
      }
      assertThat(process.waitFor()).as(said.toString()).isZero();
      Map<Progress.Phase, Long> lengths = new EnumMap<>(Progress.Phase.class);
      for (Progress.Phase phase : HIT) {
        long end = starts.get(Progress.Phase.values()[phase.ordinal() + 1]);
        lengths.put(phase, end - starts.get(phase));
      }
      return lengths;
    }
  }

  private static String word(int number) {
    return "word" + number;
  }

  private static Map<Progress.Phase, Long> micros(Map<Progress.Phase, Long> lengths) {
    Map<Progress.Phase, Long> micros = new EnumMap<>(Progress.Phase.class);
    lengths.forEach((phase, nanos) -> micros.put(phase, nanos / 1000));
    return micros;
  }

  private static Optional<Progress.Phase> phase(String line) {
    return List.of(Progress.Phase.values()).stream()
        .filter(phase -> phase.name().equals(line))
        .findFirst();
  }
}
