package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.model.Hub;

/**
 * A hub that compiles and is accepted, but must be complained of on nodes: a folder with its {@code
 * hub.yaml} and the {@code complaints.txt} it earns; fleet and cluster are those of {@code config/}
 * beside it.
 */
public record BrokenHub(Hub hub, GeneratedObjects generated, List<String> complaints) {
  private static final String COMPLAINTS = "complaints.txt";

  /** The situations in a folder, sorted by name. */
  public static List<Path> in(Path cases) throws IOException {
    try (Stream<Path> folders = Files.list(cases)) {
      return folders.filter(folder -> Files.exists(folder.resolve("hub.yaml"))).sorted().toList();
    }
  }

  /** Compiles a situation into a folder. */
  public static BrokenHub of(Path situation, Path work) throws IOException {
    Path config = situation.resolveSibling("config");
    for (String file : List.of("fleet.yaml", "clusters/bay.yaml")) {
      copy(config.resolve(file), work.resolve("config").resolve(file));
    }
    copy(situation.resolve("hub.yaml"), work.resolve("config/communities/lab/hub.yaml"));
    Outcome<Compilation> outcome = new Compiler().compile(Request.of(work.resolve("config")));
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
        compilation.hubs().get(0),
        new GeneratedObjects(work.resolve("generated")),
        Files.readAllLines(situation.resolve(COMPLAINTS)));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
