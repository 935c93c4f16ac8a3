package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compare.Side;
import org.hubfleet.compare.Texts;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.review.Guards;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line about buckets would do to what people keep in them. */
class BucketsStayTest {
  private static final Part LAB = Part.hub("west", "lab");
  private static final Compiler COMPILER = new Compiler();
  private static final String CLUSTER =
      """
      provider: gke
      kubernetes: "1.35"
      buckets: {prefix: shoreline}
      identity: {account: shoreline-hubs}
      """;

  @TempDir Path folder;

  private Compilation compiled(String buckets) throws IOException {
    SmallFleet fleet =
        new SmallFleet(folder)
            .with("clusters/west.yaml", CLUSTER)
            .with(SmallFleet.HUB, "cluster: west\nbuckets: " + buckets + "\n");
    return COMPILER.compile(Request.of(fleet.config())).value().orElseThrow();
  }

  private static Side side(Compilation compilation) {
    Map<String, String> files = new TreeMap<>(compilation.output().files());
    files.keySet().removeIf(file -> !Part.of(file).equals(LAB));
    return Side.of("generated", files);
  }

  private List<String> stops(String before, String after) throws IOException {
    Side was = side(compiled(before));
    Compilation now = compiled(after);
    PartChange change =
        PartChange.of(LAB, ObjectChange.Kind.CHANGED, List.of("x"), was, side(now), Texts.NONE);
    return new Guards(now.fleet(), UnaryOperator.identity())
        .inspect(List.of(change), 1).diagnostics().stream()
            .map(problem -> problem.rule().text())
            .toList();
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of("{persistent: true}", "{persistent: {name: shoreline-other}}"),
        Arguments.of("{persistent: true}", "{persistent: {shared: true}}"),
        Arguments.of("{persistent: true, models: true}", "{persistent: true}"),
        Arguments.of("{persistent: true}", "{}"),
        Arguments.of("{models: true}", "{models: 30d}"));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aBucketThatPeopleKeepThingsInStays(String before, String after) throws IOException {
    assertThat(stops(before, after)).containsExactly("guard/bucket");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {persistent: true}|{persistent: true, models: true}
          {scratch: 7d, persistent: true}|{persistent: true}
          {scratch: 7d}|{scratch: 30d}
          """)
  void nobodyMissesWhatIsNotKept(String before, String after) throws IOException {
    assertThat(stops(before, after)).isEmpty();
  }
}
