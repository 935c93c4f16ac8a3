package org.hubfleet.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.author.Imported;
import org.hubfleet.author.Note;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every real hub of the samples, imported and compiled as one fleet. All that is wrong is really
 * wrong: {@code real-fleet/mistakes.txt} lists it with place, rule and reason.
 *
 * <p>The samples lie outside the repository, in the folder of {@code -Dhubs.samples}.
 */
class RealFleetIT {
  private static final Path RESOURCES = Path.of("src/test/resources/real-fleet");

  @TempDir static Path scratch;

  private static RealFleet fleet;
  private static Outcome<Compilation> outcome;

  @BeforeAll
  static void importAndCompile() {
    Optional<Path> samples = samples();
    assumeTrue(
        samples.isPresent(),
        "not run: no folder of sample hubs, name one with -Dhubs.samples=<folder>");
    long start = System.nanoTime();
    fleet = new RealFleet(samples.get(), scratch, RealFleet.standIn());
    long imported = System.nanoTime();
    outcome = new Compiler().compile(Request.of(fleet.config()));
    print(imported - start, System.nanoTime() - imported);
  }

  /** The folder with a folder for each cluster. */
  static Optional<Path> samples() {
    String given = System.getProperty("hubs.samples", "");
    Path folder = given.isBlank() ? Path.of("../../shared/samples") : Path.of(given);
    return Stream.of(folder.resolve("fleet")).filter(Files::isDirectory).findFirst();
  }

  private static void print(long importing, long compiling) {
    Map<String, Integer> rules = new TreeMap<>();
    outcome
        .diagnostics()
        .forEach(d -> rules.merge(d.severity().word() + " " + d.rule(), 1, Integer::sum));
    System.out.printf(
        "real fleet: %d hubs, %d objects, diagnostics %s, import %d ms, compile %d ms%n",
        fleet.hubs().size(),
        outcome.value().map(Compilation::objects).orElse(0),
        rules,
        importing / 1_000_000,
        compiling / 1_000_000);
  }

  @Test
  void everyHubBecomesObjects() {
    Compilation compilation = outcome.value().orElseThrow();

    assertThat(compilation.hubs()).hasSameSizeAs(fleet.hubs().keySet());
    assertThat(compilation.objects()).isGreaterThan(15 * compilation.hubs().size());
  }

  @Test
  void everyErrorIsARealMistake() throws IOException {
    List<String> found = new ArrayList<>();
    mistakes().forEach(mistake -> found.add(mistake.place() + " | " + mistake.rule()));

    List<String> listed = listed();

    assertThat(found).as("%s", mistakes()).containsExactlyInAnyOrderElementsOf(listed);
  }

  /** All that is wrong: what the import could not place, and the errors of the compiler. */
  private static Set<Mistake> mistakes() {
    Set<Mistake> found = new TreeSet<>();
    for (Imported hub : fleet.hubs().values()) {
      for (Note note : hub.notes()) {
        if (note.kind() == Note.Kind.UNKNOWN || note.kind() == Note.Kind.OPEN) {
          found.add(Mistake.of(hub, note));
        }
      }
    }
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      if (diagnostic.isError()) {
        found.add(
            Optional.ofNullable(fleet.hubs().get(diagnostic.place().file()))
                .map(hub -> Mistake.of(hub, diagnostic))
                .orElseThrow(() -> new AssertionError(diagnostic.toString())));
      }
    }
    return found;
  }

  /** Place and rule of each listed mistake; the reason behind them is for people. */
  private static List<String> listed() throws IOException {
    return Files.readString(RESOURCES.resolve("mistakes.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" [|] ", -1))
        .map(words -> words[0] + " | " + words[1])
        .toList();
  }
}
