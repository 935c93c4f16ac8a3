package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One finished process.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of all its threads, as last seen before its end
 * @param peakMebibytes largest resident set, as last seen before its end; 0 where the system does
 *     not tell
 */
record Measured(double wall, double cpu, long peakMebibytes) {
  private static final double TICKS_PER_SECOND = 100.0;

  /** Runs a command; throws {@link IllegalStateException} when it fails. */
  static Measured run(List<String> command, Path folder) throws IOException, InterruptedException {
    Path log = Files.createTempFile("bench", ".log");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    double cpu = 0;
    long peak = 0;
    Path status = Path.of("/proc", String.valueOf(process.pid()));
    while (process.isAlive()) {
      cpu = Math.max(cpu, cpu(status));
      peak = Math.max(peak, peak(status));
      Thread.sleep(3);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " failed:\n" + Files.readString(log));
    }
    Files.delete(log);
    return new Measured(wall, cpu, peak / 1024);
  }

  private static double cpu(Path status) {
    String[] fields = read(status.resolve("stat")).replaceFirst(".*\\) ", "").split(" ", -1);
    return fields.length < 14
        ? 0
        : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private static long peak(Path status) {
    return read(status.resolve("status"))
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  /** The text of a file that may vanish while it is read. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
