package org.hubfleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.TextReport;

/** A fleet of one hub, {@code lab} on {@code west}, in a folder; files can be added and broken. */
public final class SmallFleet {
  /** The path of the one hub in the config folder. */
  public static final String HUB = "communities/lab/hub.yaml";

  private static final Map<String, String> AROUND =
      Map.of(
          "fleet.yaml",
          "language: 1\nasOf: 2026-11-21\n",
          "clusters/west.yaml",
          "provider: gke\nkubernetes: \"1.35\"\n",
          HUB,
          "cluster: west\n");

  private final Path config;

  /** Writes it below that folder. */
  public SmallFleet(Path home) throws IOException {
    config = home.resolve("config");
    for (Map.Entry<String, String> file : AROUND.entrySet()) {
      with(file.getKey(), file.getValue());
    }
  }

  /** The config folder. */
  public Path config() {
    return config;
  }

  Path file(String name) {
    return config.resolve(name);
  }

  /** Writes a file of the config folder. */
  public SmallFleet with(String file, String text) throws IOException {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  SmallFleet with(String file, byte[] bytes) throws IOException {
    Path path = file(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return this;
  }

  /** Compiles it. */
  public Outcome<Compilation> compile(Compiler compiler) {
    return compiler.compile(Request.of(config));
  }

  /** The heads of the report: {@code file:line:column: severity [rule]}. */
  public static List<String> heads(Outcome<Compilation> outcome) {
    return outcome.diagnostics().stream()
        .map(d -> d.place() + ": " + d.severity().word() + " [" + d.rule() + "]")
        .toList();
  }

  /** The whole report with excerpts, as a person sees it. */
  String report(Outcome<Compilation> outcome) {
    return new TextReport(
            file ->
                outcome
                    .value()
                    .flatMap(made -> made.fleet().sources().at(file))
                    .map(source -> source.text()))
        .print(outcome.diagnostics());
  }
}
