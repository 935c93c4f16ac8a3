package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Sources;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Phases of the compiler, warm: reading alone, and all passes. Run with the JMH runner. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PhaseBenchmark {
  /** Hubs of the fleet. */
  @Param({"20", "171"})
  public int hubs;

  private final Compiler compiler = new Compiler();
  private Path config = Path.of("");

  @Setup
  public void fleet() throws IOException {
    config = Files.createTempDirectory("fleet").resolve("config");
    new FleetGenerator(config).write(hubs);
  }

  @Benchmark
  public Outcome<Sources> read() {
    return new ConfigReader().read(config);
  }

  @Benchmark
  public Object allPasses() {
    return compiler.compile(Request.of(config));
  }

  @Benchmark
  public Object start() {
    return new Compiler();
  }
}
