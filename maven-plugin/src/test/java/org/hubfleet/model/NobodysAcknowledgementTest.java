package org.hubfleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Sources;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class NobodysAcknowledgementTest {
  private static List<Diagnostic> problems(String subject) {
    String text =
        "language: 1\nacknowledge:\n- {" + subject + "why: x, who: mira, until: 2026-12-31}\n";
    return NobodysAcknowledgement.of(
        new Fleet(
            Given.tree("config/fleet.yaml", text, Layer.FLEET),
            List.of(),
            List.of(),
            new Sources(List.of())));
  }

  @Test
  void oneSubjectIsEnough() {
    assertThat(problems("hub: old, ")).isEmpty();
    assertThat(problems("cluster: east, ")).isEmpty();
  }

  @Test
  void noSubjectIsToldAtItsLine() {
    Diagnostic problem = problems("").get(0);

    assertThat(problem.rule().text()).isEqualTo("acknowledge/no-subject");
    assertThat(problem.message()).isEqualTo("this says no subject");
    assertThat(problem.place().toString()).startsWith("config/fleet.yaml:3");
  }

  @Test
  void twoSubjectsAreOneTooMany() {
    assertThat(problems("hub: old, cluster: east, "))
        .extracting(Diagnostic::message)
        .containsExactly("this says both a hub and a cluster");
  }
}
