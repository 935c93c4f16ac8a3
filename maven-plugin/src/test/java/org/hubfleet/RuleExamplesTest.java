package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.RuleEntry;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the examples of the rules catalogue: the bad one reports exactly its rule, the good one
 * reports nothing.
 */
class RuleExamplesTest {
  private static final Map<String, String> AROUND =
      Map.of(
          "config/fleet.yaml", "language: 1\nasOf: 2026-11-21\n",
          "config/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n",
          "config/communities/lab/hub.yaml", "cluster: west\n");
  private static final Compiler COMPILER = new Compiler();

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> badExamplesReportTheirRule() {
    return shown().map(entry -> test(entry, () -> reportsItsRule(entry)));
  }

  @TestFactory
  Stream<DynamicTest> goodExamplesReportNothing() {
    return shown().map(entry -> test(entry, () -> assertThat(report(entry.good())).isEmpty()));
  }

  private void reportsItsRule(RuleEntry entry) throws IOException {
    List<Diagnostic> report = report(entry.bad());

    assertThat(report).isNotEmpty();
    assertThat(report)
        .allSatisfy(
            diagnostic -> {
              assertThat(diagnostic.rule()).isEqualTo(entry.rule());
              assertThat(diagnostic.severity()).isEqualTo(entry.severity());
            });
  }

  private static Stream<RuleEntry> shown() {
    return new RuleCatalogue(Shelf.open())
        .entries().stream().filter(entry -> entry.notShown().isEmpty());
  }

  private static DynamicTest test(RuleEntry entry, org.junit.jupiter.api.function.Executable run) {
    return DynamicTest.dynamicTest(entry.rule().text(), run);
  }

  private List<Diagnostic> report(SortedMap<String, String> files) throws IOException {
    Path root = Files.createTempDirectory(scratch, "rule");
    Map<String, String> all = new TreeMap<>(AROUND);
    files.forEach(
        (path, text) ->
            all.put(path.equals("hub.yaml") ? "config/communities/lab/hub.yaml" : path, text));
    for (Map.Entry<String, String> file : all.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return COMPILER.compile(Request.of(root.resolve("config"))).diagnostics();
  }
}
