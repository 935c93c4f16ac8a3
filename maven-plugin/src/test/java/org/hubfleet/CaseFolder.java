package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.TextReport;
import org.hubfleet.source.Node;

/**
 * One situation: {@code config/} or a lone {@code hub.yaml}, with {@code cluster.yaml} where the
 * usual cluster will not do and {@code files/} that the hub names; beside it any of {@code
 * expected/} (exact files), {@code report.txt} (the exact report; absent means there is none) and
 * {@code facts.txt} (what must be true of the objects).
 */
final class CaseFolder {
  private static final Map<String, String> AROUND_A_LONE_HUB =
      Map.of(
          "fleet.yaml", "language: 1\nasOf: 2026-11-21\n",
          "clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n");

  private static final Map<String, String> BESIDE_A_LONE_HUB =
      Map.of(
          "hub.yaml", "communities/lab/hub.yaml",
          "cluster.yaml", "clusters/west.yaml",
          "fleet.yaml", "fleet.yaml");

  private final Path folder;
  private final Compiler compiler;
  private final Path config;
  private final Outcome<Compilation> outcome;

  CaseFolder(Path folder, Compiler compiler, Path scratch) throws IOException {
    this.folder = folder;
    this.compiler = compiler;
    this.config = config(folder, scratch);
    this.outcome = compiler.compile(Request.of(config));
  }

  private static Path config(Path folder, Path scratch) throws IOException {
    Path whole = folder.resolve("config");
    if (Files.isDirectory(whole)) {
      return whole;
    }
    Path config = scratch.resolve("config");
    for (Map.Entry<String, String> file : AROUND_A_LONE_HUB.entrySet()) {
      write(config.resolve(file.getKey()), file.getValue());
    }
    for (Map.Entry<String, String> file : BESIDE_A_LONE_HUB.entrySet()) {
      Optional<String> own = text(folder.resolve(file.getKey()));
      if (own.isPresent()) {
        write(config.resolve(file.getValue()), own.get());
      }
    }
    Path files = folder.resolve("files");
    if (Files.isDirectory(files)) {
      try (Stream<Path> all = Files.walk(files)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          Path copy = config.resolve("communities/lab").resolve(folder.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return config;
  }

  /** Compares all that the folder states. */
  void check() throws IOException {
    assertThat(report())
        .as("report of %s", folder)
        .isEqualTo(text(folder.resolve("report.txt")).orElse(""));
    for (Map.Entry<String, String> file : expected().entrySet()) {
      assertThat(generated().get(file.getKey()))
          .as("%s of %s", file.getKey(), folder)
          .isEqualTo(file.getValue());
    }
    Facts stated = new Facts(generated(), values());
    assertThat(facts())
        .as("facts of %s", folder)
        .allSatisfy(fact -> assertThat(stated.wrongAbout(fact)).isEmpty());
  }

  private Optional<Node> values() {
    return facts().stream().anyMatch(fact -> fact.contains("value "))
        ? outcome
            .value()
            .flatMap(made -> made.hubs().stream().findFirst())
            .flatMap(hub -> compiler.compile(hub).value())
            .map(hub -> hub.blueprint().values())
        : Optional.empty();
  }

  private List<String> facts() {
    return text(folder.resolve("facts.txt")).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /** Rewrites the report, and those expected files that there are; the diff is the review. */
  void update() throws IOException {
    String report = report();
    if (report.isEmpty()) {
      Files.deleteIfExists(folder.resolve("report.txt"));
    } else {
      write(folder.resolve("report.txt"), report);
    }
    for (String file : expected().keySet()) {
      write(folder.resolve("expected").resolve(file), generated().getOrDefault(file, ""));
    }
  }

  private String report() {
    return new TextReport(file -> text(config.resolveSibling(file))).print(outcome.diagnostics());
  }

  /** The compiled files; empty when there are errors. */
  Map<String, String> generated() {
    return outcome.value().<Map<String, String>>map(made -> made.output().files()).orElse(Map.of());
  }

  private Map<String, String> expected() throws IOException {
    Path root = folder.resolve("expected");
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Files::isRegularFile)
            .forEach(
                file ->
                    files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        text(file).orElseThrow()));
      }
    }
    return files;
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
