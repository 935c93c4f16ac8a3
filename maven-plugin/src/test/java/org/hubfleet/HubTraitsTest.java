package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.source.Mapping;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what an emitted hub is told against the tables {@code traits.txt} beside the cases: the
 * data it mounts, and with {@code -Dhubs.python=<interpreter>} what its configuration makes of it.
 *
 * <p>A line is {@code Class.trait = JSON} or {@code absent Class.trait}; one that starts with
 * {@code running} holds of the running configuration only, whose secrets here read as {@code
 * <secret>/<key>}, or as the key when they are in the hub's own Secret.
 */
class HubTraitsTest {
  private static final Path CASES = Path.of("src/main/shelf/upstream/hub/cases");
  private static final String RUNNING = "running ";
  private static final Compiler COMPILER = new Compiler();

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> mountedTraitsAreAsTheTablesSay() throws IOException {
    return tables("", folder -> holds(lines(folder, false), hub(folder).traits()));
  }

  @TestFactory
  Stream<DynamicTest> runningHubsAreAsTheTablesSay() throws IOException {
    return tables("running ", folder -> holds(lines(folder, true), run(folder)));
  }

  private interface Check {
    void of(Path folder) throws IOException;
  }

  private static Stream<DynamicTest> tables(String prefix, Check check) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(CASES)) {
      folders = all.filter(folder -> Files.exists(folder.resolve("traits.txt"))).sorted().toList();
    }
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(prefix + folder.getFileName(), () -> check.of(folder)));
  }

  private EmittedHub hub(Path folder) throws IOException {
    Path temporary = Files.createTempDirectory(scratch, "case");
    return new EmittedHub(new CaseFolder(folder, COMPILER, temporary).generated());
  }

  private Mapping run(Path folder) throws IOException {
    String python = System.getProperty("hubs.python", "");
    assumeFalse(python.isEmpty(), "not run: needs -Dhubs.python");
    return hub(folder).run(python, Files.createTempDirectory(scratch, "mounts"));
  }

  /** The lines for what is mounted, or for what runs, where a later line replaces an earlier. */
  private static List<String> lines(Path folder, boolean running) throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve("traits.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<String> only =
        lines.stream()
            .filter(line -> line.startsWith(RUNNING))
            .map(line -> line.substring(RUNNING.length()))
            .toList();
    List<String> always = lines.stream().filter(line -> !line.startsWith(RUNNING)).toList();
    return running
        ? Stream.concat(
                always.stream().filter(line -> only.stream().noneMatch(l -> same(l, line))),
                only.stream())
            .toList()
        : always;
  }

  private static boolean same(String one, String other) {
    return name(one).equals(name(other));
  }

  private static String name(String line) {
    String plain = line.startsWith("absent ") ? line.substring("absent ".length()) : line;
    return plain.split(" = ", 2)[0];
  }

  private static void holds(List<String> lines, Mapping traits) {
    assertThat(lines)
        .allSatisfy(
            line -> {
              Optional<String> found = traits.at(name(line)).map(EmittedHub::json);
              Optional<String> wanted =
                  line.startsWith("absent ")
                      ? Optional.empty()
                      : Optional.of(line.split(" = ", 2)[1]);
              assertThat(found).as(line).isEqualTo(wanted);
            });
  }
}
