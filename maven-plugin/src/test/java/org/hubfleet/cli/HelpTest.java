package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.hubfleet.cli.FleetOnDisk.Called;
import org.hubfleet.goal.Goals;
import org.hubfleet.goal.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people learn who ask, in a folder without a fleet. */
class HelpTest {
  @TempDir Path nowhere;

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void helpListsEveryGoalAndEveryParameter(String word) {
    Called called = hubs(word);

    assertThat(called.status()).isZero();
    assertThat(called.err()).isEmpty();
    assertThat(Goals.all())
        .allSatisfy(goal -> assertThat(called.out()).contains("\n  " + goal.name() + " "));
    assertThat(Parameter.words())
        .allSatisfy(name -> assertThat(called.out()).contains("\n  --" + name + " <"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help explain", "explain --help", "--help explain"})
  void helpOfOneGoalListsWhatItCanBeTold(String words) {
    Called called = hubs(words.split(" "));

    assertThat(called.status()).isZero();
    assertThat(called.out())
        .startsWith("hubs explain [--name value ...]\n")
        .contains("--object <Kind/name>", "--rule <rule>", "--failOn <severity>")
        .doesNotContain("--values", "--repository");
  }

  @Test
  void everyParameterIsForSomeGoal() {
    assertThat(Arrays.stream(Parameter.values()).filter(p -> !Parameter.SHARED.contains(p)))
        .allSatisfy(parameter -> assertThat(Help.goals(parameter)).isNotEmpty());
  }

  @Test
  void helpOfNoGoalIsWrongUse() {
    Called called = hubs("help", "explian");

    assertThat(called.status()).isEqualTo(2);
    assertThat(called.err()).contains("there is no goal \"explian\", did you mean explain?");
  }

  @Test
  void parameterOfAnotherGoalIsWrongUse() {
    Called called = hubs("validate", "--object=Service/hub");

    assertThat(called.status()).isEqualTo(2);
    assertThat(called.err()).contains("validate does not know --object, which is for explain");
  }

  private Called hubs(String... words) {
    return new FleetOnDisk(nowhere).call(words);
  }
}
