package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Renderer;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Sources;
import org.hubfleet.verify.Verifier;
import org.hubfleet.write.GeneratedFolder;
import org.hubfleet.write.Layout;
import org.hubfleet.write.Output;
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

/**
 * Phases of the compiler, warm: each alone for all hubs on one thread, and all passes together as
 * they run on two. What {@code passesOfHubs} takes beside {@code render} and {@code verify} is
 * lowering.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class PhaseBenchmark {
  /** Hubs of the fleet. */
  @Param({"20", "171"})
  public int hubs;

  private final Shelf shelf = Shelf.open();
  private final Compiler compiler = new Compiler();
  private final Renderer renderer = new Renderer(shelf);
  private final Verifier verifier = new Verifier(shelf, KubernetesBundle.minors(shelf));
  private List<Hub> bound = List.of();
  private List<CompiledHub> compiled = List.of();
  private Path config = Path.of("");
  private Output wanted = Output.of(Map.of());
  private GeneratedFolder written = new GeneratedFolder(Path.of("none"));

  @Setup
  public void fleet() throws IOException {
    config = Files.createTempDirectory("fleet").resolve("config");
    new FleetGenerator(config).write(hubs);
    bound = compiler.bind(Request.of(config)).value().orElseThrow().hubs();
    compiled = bound.stream().map(hub -> compiler.compile(hub).value().orElseThrow()).toList();
    wanted = compiler.compile(Request.of(config)).value().orElseThrow().output();
    written = new GeneratedFolder(config.resolveSibling("generated"));
    written.apply(wanted, path -> true, changes -> {});
  }

  @Benchmark
  public Object passesOfHubs() {
    return bound.stream().map(compiler::compile).toList();
  }

  /** Finds that all files are there already. */
  @Benchmark
  public Object compareFiles() {
    return written.changes(wanted, path -> true);
  }

  @Benchmark
  public Outcome<Sources> read() {
    return new ConfigReader().read(config);
  }

  @Benchmark
  public Object readAndCheckConfig() {
    return compiler.bind(Request.of(config));
  }

  @Benchmark
  public Object render() {
    return compiled.stream().map(hub -> renderer.render(hub.blueprint())).toList();
  }

  @Benchmark
  public Object verify() {
    return compiled.stream()
        .map(hub -> verifier.verify(hub.blueprint(), hub.manifests(), List.of()))
        .toList();
  }

  @Benchmark
  public Object arrange() {
    return compiled.stream()
        .map(hub -> Layout.hub(hub.blueprint(), hub.manifests(), List.of()))
        .toList();
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
