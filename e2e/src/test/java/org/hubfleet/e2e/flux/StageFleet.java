package org.hubfleet.e2e.flux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;

/**
 * The files of a {@code config/} whose hubs all run on one cluster, under names that no other rung
 * has.
 *
 * @param files by path below {@code config/}
 */
record StageFleet(SortedMap<String, String> files) {
  static final String CLUSTER = "west";
  static final String PREFIX = "f-";
  private static final Compiler COMPILER = new Compiler();

  /** Waves name hubs, and the hubs here have other names. */
  private static final String WAVES = "(?m)^  waves:\\R(    .*\\R)*";

  /** The example fleet without its waves, its communities renamed, its hubs on one cluster. */
  static StageFleet example(Path config) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(config)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String path = config.relativize(file).toString();
        files.put(
            path.replaceFirst("^communities/", "communities/" + PREFIX),
            Files.readString(file)
                .replaceAll("(?m)^cluster: .*$", "cluster: " + CLUSTER)
                .replaceAll(WAVES, ""));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new StageFleet(files);
  }

  /** The same fleet and cluster with two hubs only, {@code f-alpha} and {@code f-beta}. */
  StageFleet withTwoHubs() {
    SortedMap<String, String> fewer = new TreeMap<>(files);
    fewer.keySet().removeIf(path -> path.startsWith("communities/"));
    return new StageFleet(fewer)
        .with("communities/f-alpha/hub.yaml", "cluster: west\n")
        .with("communities/f-beta/hub.yaml", "cluster: west\n");
  }

  /** With a file more, or another text of it. */
  StageFleet with(String path, String text) {
    SortedMap<String, String> more = new TreeMap<>(files);
    more.put(path, text);
    return new StageFleet(more);
  }

  /** With upstream values of a hub, in flow style, and other keys of its file. */
  StageFleet withHub(String community, String values, String... keys) {
    return with(
        "communities/" + community + "/hub.yaml",
        "cluster: west\n"
            + String.join("\n", keys)
            + "\noverrides:\n- why: the stage\n  values: {jupyterhub: "
            + values
            + "}\n");
  }

  /** Without a file. */
  StageFleet without(String path) {
    SortedMap<String, String> fewer = new TreeMap<>(files);
    fewer.remove(path);
    return new StageFleet(fewer);
  }

  /** Writes the files into a new folder, which is called {@code config}. */
  Path write(Path folder) throws IOException {
    Path config = Files.createTempDirectory(folder, "fleet").resolve("config");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = config.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return config;
  }

  /** What it compiles to: path to text. */
  SortedMap<String, String> compiled(Path scratch) throws IOException {
    Outcome<Compilation> outcome = COMPILER.compile(Request.of(write(scratch)));
    List<Diagnostic> errors = outcome.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException("the fleet has errors: " + errors);
    }
    return outcome.value().orElseThrow().output().files();
  }
}
