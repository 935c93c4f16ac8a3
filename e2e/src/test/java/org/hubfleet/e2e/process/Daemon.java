package org.hubfleet.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server of the suite: a process with a log file, stopped when closed. */
public final class Daemon implements AutoCloseable {
  private static final int LAST_LINES = 25;

  private final String name;
  private final Process process;
  private final Path log;

  private Daemon(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts a server whose output goes to {@code <logs>/<name>.log}. */
  public static Daemon start(
      String name, Path logs, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(logs);
      Path log = logs.resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      // Outside a process namespace nobody else would end it when Java is interrupted.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new Daemon(name, process, log);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Waits until it is ready; throws with its last words when it ends or the time is over. */
  public Daemon await(Duration most, BooleanSupplier ready) {
    long end = System.nanoTime() + most.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            name + (process.isAlive() ? " is not ready" : " has ended") + ":\n" + lastWords());
      }
      pause();
    }
    return this;
  }

  /** The last lines of its log. */
  public String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException broken) {
      return "no log";
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
