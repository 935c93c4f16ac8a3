package org.hubfleet.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hubfleet.SmallFleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code allow} takes out of a report, and what it adds. Today is 2026-11-21. */
class WaiversTest {
  private static final Compiler COMPILER = new Compiler();

  /** Reports {@code values/deprecated} for {@code whitelist}. */
  private static final String OUTDATED =
      """
      overrides:
      - why: The login of old.
        values:
          jupyterhub: {hub: {config: {Authenticator: {whitelist: [mira]}}}}
      """;

  @TempDir Path scratch;

  @Test
  void warningIsShownWhenNobodyAcceptedIt() throws IOException {
    assertThat(rules(OUTDATED)).containsExactly("warning [values/deprecated]");
  }

  @Test
  void acceptedWarningIsGone() throws IOException {
    assertThat(rules(allow("rule: values/deprecated") + OUTDATED)).isEmpty();
  }

  @Test
  void itIsAcceptedUpToAndOnItsLastDay() throws IOException {
    assertThat(rules(allow("rule: values/deprecated, until: 2026-11-21") + OUTDATED)).isEmpty();
  }

  @Test
  void whenItsDayHasPassedTheWarningIsBackAndTheWaiverReported() throws IOException {
    assertThat(rules(allow("rule: values/deprecated, until: 2026-11-20") + OUTDATED))
        .containsExactlyInAnyOrder("warning [waiver/expired]", "warning [values/deprecated]");
  }

  @Test
  void errorCannotBeAccepted() throws IOException {
    assertThat(rules(allow("rule: hub/unknown-cluster"), "cluster: wset\n"))
        .containsExactlyInAnyOrder("error [hub/unknown-cluster]", "error [waiver/of-an-error]");
  }

  /** What does not compile is not looked at any further, so it may report the rule tomorrow. */
  @Test
  void waiverIsNotCalledUselessBesideAnError() throws IOException {
    assertThat(rules(allow("rule: values/floating-tag"), "cluster: wset\n"))
        .containsExactly("error [hub/unknown-cluster]");
  }

  @Test
  void waiverThatMeetsNothingIsReported() throws IOException {
    assertThat(rules(allow("rule: values/floating-tag")))
        .containsExactly("warning [waiver/unused]");
  }

  @Test
  void narrowedRunCannotTellThatAWaiverMeetsNothing() throws IOException {
    SmallFleet fleet = fleet(allow("rule: values/floating-tag"), "cluster: west\n");

    List<String> heads =
        SmallFleet.heads(
            COMPILER.compile(
                new Request(
                    fleet.config(), Optional.empty(), Optional.of("lab"), Optional.empty())));

    assertThat(heads).isEmpty();
  }

  @Test
  void waiverOfOneFileDoesNotReachAnother() throws IOException {
    SmallFleet fleet = fleet(OUTDATED, "cluster: west\n");
    fleet.with("fleet.yaml", "language: 1\nasOf: 2026-11-21\n" + allow("rule: values/deprecated"));

    assertThat(SmallFleet.heads(fleet.compile(COMPILER)))
        .anyMatch(head -> head.endsWith("[values/deprecated]"))
        .anyMatch(head -> head.startsWith("config/fleet.yaml:3:16: warning [waiver/unused]"));
  }

  @Test
  void blockWhoseReviewIsDueIsReportedAndThatCanBeAccepted() throws IOException {
    String block = "overrides:\n- {why: For now., reviewBy: 2026-01-31}\n";

    assertThat(rules(block)).containsExactly("warning [override/review-due]");
    assertThat(rules(allow("rule: override/review-due") + block)).isEmpty();
  }

  private static String allow(String words) {
    return "allow: [{" + words + ", why: We move in spring.}]\n";
  }

  private List<String> rules(String hub) throws IOException {
    return rules(hub, "cluster: west\n");
  }

  private List<String> rules(String hub, String cluster) throws IOException {
    return SmallFleet.heads(fleet(hub, cluster).compile(COMPILER)).stream()
        .map(head -> head.substring(head.indexOf(": ") + 2))
        .toList();
  }

  private SmallFleet fleet(String hub, String cluster) throws IOException {
    return new SmallFleet(scratch).with(SmallFleet.HUB, cluster + hub);
  }
}
