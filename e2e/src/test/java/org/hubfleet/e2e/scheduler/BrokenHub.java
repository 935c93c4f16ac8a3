package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;

/**
 * A hub that compiles and is accepted, but must be complained of on nodes: a folder with its {@code
 * hub.yaml} and the {@code complaints.txt} it earns; fleet and cluster are those of {@code config/}
 * beside it. The compiler is not told of the pools, or it would complain itself.
 *
 * @param hub of the cluster with its pools
 */
public record BrokenHub(Hub hub, GeneratedObjects generated, List<String> complaints) {
  private static final String COMPLAINTS = "complaints.txt";
  private static final String CLUSTER = "clusters/bay.yaml";
  private static final String HUB = "communities/lab/hub.yaml";

  /** The situations in a folder, sorted by name. */
  public static List<Path> in(Path cases) throws IOException {
    try (Stream<Path> folders = Files.list(cases)) {
      return folders.filter(folder -> Files.exists(folder.resolve("hub.yaml"))).sorted().toList();
    }
  }

  /** Compiles a situation into a folder. */
  public static BrokenHub of(Path situation, Path work) throws IOException {
    Cluster cluster = cluster(situation, work.resolve("with-pools"));
    Path config = config(situation, work.resolve("config"));
    Path said = config.resolve(CLUSTER);
    Files.writeString(said, Files.readString(said).replaceAll("(?ms)^pools:$.*", ""));
    Files.copy(
        situation.resolve("hub.yaml"), config.resolve(HUB), StandardCopyOption.REPLACE_EXISTING);
    Outcome<Compilation> outcome = new Compiler().compile(Request.of(config));
    List<Diagnostic> errors = outcome.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException(situation + " should compile: " + errors);
    }
    Compilation compilation = outcome.value().orElseThrow();
    for (Map.Entry<String, String> file : compilation.output().files().entrySet()) {
      Path target = work.resolve("generated").resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return new BrokenHub(
        compilation.hubs().get(0).on(cluster),
        new GeneratedObjects(work.resolve("generated")),
        Files.readAllLines(situation.resolve(COMPLAINTS)));
  }

  private static Cluster cluster(Path situation, Path work) throws IOException {
    Path config = config(situation, work.resolve("config"));
    return new Compiler().bind(Request.of(config)).value().orElseThrow().hubs().get(0).cluster();
  }

  /** The fleet and cluster beside a situation, with a hub that says nothing. */
  private static Path config(Path situation, Path config) throws IOException {
    for (String file : List.of("fleet.yaml", CLUSTER)) {
      Files.createDirectories(config.resolve(file).getParent());
      Files.copy(situation.resolveSibling("config").resolve(file), config.resolve(file));
    }
    Files.createDirectories(config.resolve(HUB).getParent());
    Files.writeString(config.resolve(HUB), "cluster: bay\n");
    return config;
  }
}
