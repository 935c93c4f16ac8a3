package org.hubfleet.e2e.api.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.CustomResources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of changed objects, shown to our verifier and to a real API server: both say the same,
 * or a list says why not. {@code -De2e.mutants=<n>} tries that many changes of each field, {@code
 * -De2e.seed=<n>} others; {@code -De2e.update=true} writes the table of {@code
 * docs/verification.md}.
 */
@Tag("api")
@ExtendWith(Suite.class)
class VerdictAgreementIT {
  private static final int USUAL = 4;
  private static final int FEWEST = 3000;
  private static final int FEWEST_OF_A_KIND = 30;

  private static Bench bench;
  private static Differences differences;
  private static VerificationPage page;
  private static String table;

  @BeforeAll
  static void judge(Suite.Shared suite) throws IOException {
    Path folder = suite.root().resolve("e2e/src/test/resources/api/agreement");
    CustomResources.install(suite.api(), suite.tools().folder("crds"));
    bench = Bench.of(folder);
    bench.prepare(suite.api());
    Effort effort = new Effort(number("e2e.seed", 1), number("e2e.mutants", USUAL), 30);
    Agreement agreement = bench.agreement(suite.api(), effort);
    List<Mutant> mutants = new ArrayList<>(agreement.judge(bench.bases()));
    mutants.addAll(agreement.judgeReferences(bench.emitted()));
    Explanations explanations =
        new Explanations(Bench.json(Files.readString(folder.resolve("explained.yaml"))));
    differences = new Differences(mutants, explanations);
    table = new AgreementPage(differences, explanations).text();
    page = new VerificationPage(suite.root().resolve("docs/verification.md"));
    record(suite);
  }

  private static int number(String property, int usual) {
    String given = System.getProperty(property, "");
    return given.isBlank() ? usual : Integer.parseInt(given);
  }

  private static void record(Suite.Shared suite) {
    List<Mutant> all = differences.mutants();
    suite.results().figure("api", "changed objects judged", String.valueOf(all.size()));
    suite
        .results()
        .figure(
            "api", "only the server refuses", count(all.stream().filter(Mutant::isFalseAccept)));
    suite
        .results()
        .figure("api", "only ours refuses", count(all.stream().filter(Mutant::isFalseReject)));
  }

  private static String count(Stream<Mutant> mutants) {
    return String.valueOf(mutants.count());
  }

  @Test
  void whatAServerRefusesIsRefusedByUsOrExplained() {
    assertThat(differences.unexplained(Mutant::isFalseAccept)).isEmpty();
  }

  @Test
  void whatAServerTakesIsTakenByUsOrRefusedByANamedRule() {
    assertThat(differences.unexplained(Mutant::isFalseReject)).isEmpty();
  }

  @Test
  void whatBothTakeIsKept() {
    assertThat(differences.unexplained(Mutant::isLost)).isEmpty();
  }

  @Test
  void everyFieldIsReached() {
    assertThat(differences.unreached()).isEmpty();
  }

  @Test
  void everyKindOfTheShelfIsTried() {
    Set<String> expected = new TreeSet<>();
    for (String kind : bench.bundle().kinds()) {
      if (!Unjudged.KINDS.contains(kind)) {
        expected.add(kind.substring(kind.lastIndexOf('/') + 1));
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    differences.by(Mutant::kind).forEach((kind, some) -> counts.put(kind, some.size()));

    assertThat(differences.mutants().size()).isGreaterThanOrEqualTo(FEWEST);
    assertThat(counts.keySet()).isEqualTo(expected);
    assertThat(counts.values()).as("%s", counts).allMatch(count -> count >= FEWEST_OF_A_KIND);
  }

  @Test
  void everyKeywordOfTheSchemasRefusesSomething() {
    Set<String> silent = Vocabulary.of(bench.bundle());
    differences.mutants().forEach(mutant -> silent.removeAll(mutant.ours().keywords()));

    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop",
        "retype",
        "rename",
        "misplace",
        "enum",
        "quantity",
        "name",
        "label",
        "port",
        "selector",
        "reference",
        "bounds",
        "size",
        "repeat",
        "combine",
        "refused"
      })
  void everyOperationIsTried(String operation) {
    assertThat(differences.by(Mutant::operation)).containsKey(operation);
  }

  @Test
  void thePageShowsIt() throws IOException {
    if (Boolean.getBoolean("e2e.update")) {
      page.write(table);
    }
    assertThat(page.isAbout(table))
        .as("docs/verification.md is stale: run with -De2e.update=true")
        .isTrue();
  }
}
