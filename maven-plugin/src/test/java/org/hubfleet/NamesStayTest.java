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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line about logins would do to the names that people have. */
class NamesStayTest {
  private static final Part LAB = Part.hub("west", "lab");
  private static final Compiler COMPILER = new Compiler();
  private static final String INSTITUTION =
      "access: {institutions: {coast-college: {idp: \"https://idp.coast.example/idp\","
          + " domains: [coast.example]%s}}}\n";
  private static final String PLAIN = INSTITUTION.formatted("");
  private static final String WATCHED =
      PLAIN + "privacy: {usernames: pseudonymous, fingerprint: \"%s\"%s}\n";

  @TempDir Path folder;

  private Compilation compiled(String hub) throws IOException {
    SmallFleet fleet = new SmallFleet(folder).with(SmallFleet.HUB, "cluster: west\n" + hub);
    return COMPILER.compile(Request.of(fleet.config())).value().orElseThrow();
  }

  private static Side side(Compilation compilation, UnaryOperator<String> continuity) {
    Map<String, String> files = new TreeMap<>(compilation.output().files());
    files.keySet().removeIf(file -> !Part.of(file).equals(LAB));
    files.replaceAll(
        (file, text) -> file.endsWith(Side.CONTINUITY) ? continuity.apply(text) : text);
    return Side.of("generated", files);
  }

  private List<String> stops(String before, UnaryOperator<String> older, String after)
      throws IOException {
    Side was = side(compiled(before), older);
    Compilation now = compiled(after);
    Side is = side(now, UnaryOperator.identity());
    PartChange change =
        PartChange.of(LAB, ObjectChange.Kind.CHANGED, List.of("x"), was, is, Texts.NONE);
    return new Guards(now.fleet(), UnaryOperator.identity())
        .inspect(List.of(change), 1).diagnostics().stream()
            .map(problem -> problem.rule().text())
            .toList();
  }

  static Stream<Arguments> losses() {
    String watched = WATCHED.formatted("3fa9c012", "");
    String unwatched = PLAIN + "privacy: pseudonymous\n";
    return Stream.of(
        Arguments.of(PLAIN, watched),
        Arguments.of(watched, PLAIN),
        Arguments.of(watched, WATCHED.formatted("00000000", "")),
        Arguments.of(watched, unwatched),
        Arguments.of(unwatched, PLAIN + "privacy: {usernames: pseudonymous, secret: other}\n"),
        Arguments.of(PLAIN, INSTITUTION.formatted(", username: {claim: sub}")),
        Arguments.of(PLAIN, "access: {github: [tidal-lab]}\n"),
        Arguments.of(
            "access: {google: {domains: [coast.example], usernames: full}}\n",
            "access: {google: {domains: [coast.example], usernames: short}}\n"));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void namesThatPeopleHaveStay(String before, String after) throws IOException {
    assertThat(stops(before, UnaryOperator.identity(), after)).containsExactly("guard/usernames");
  }

  static Stream<Arguments> harmless() {
    String unwatched = PLAIN + "privacy: pseudonymous\n";
    return Stream.of(
        Arguments.of(unwatched, WATCHED.formatted("3fa9c012", "")),
        Arguments.of(
            WATCHED.formatted("3fa9c012", ""), WATCHED.formatted("3fa9c012", ", secret: moved")),
        Arguments.of("access: {temporary: true}\n", "access: {github: [tidal-lab]}\n"),
        Arguments.of("access: {github: [tidal-lab]}\n", "access: {github: [tidal-lab, coast]}\n"));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatLeavesNamesAloneIsNotStopped(String before, String after) throws IOException {
    assertThat(stops(before, UnaryOperator.identity(), after)).isEmpty();
  }

  @Test
  void pseudonymsAreNoticedOnAHubOfAnOlderRelease() throws IOException {
    UnaryOperator<String> older = text -> text.replaceAll("(?s)usernames:.*?(?=\ndatabase)", "");

    assertThat(stops(PLAIN, older, PLAIN)).isEmpty();
    assertThat(stops(PLAIN, older, WATCHED.formatted("3fa9c012", "")))
        .containsExactly("guard/usernames");
  }
}
