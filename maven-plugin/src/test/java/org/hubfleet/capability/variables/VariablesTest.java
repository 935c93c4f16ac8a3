package org.hubfleet.capability.variables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariablesTest {
  @Test
  void plainTextIsLeftAlone() {
    assertThat(Variables.asItIs("costs $5, 100 %")).isEqualTo("costs $5, 100 %");
  }

  @Test
  void bracesAreDoubledForKubeSpawner() {
    assertThat(Variables.asItIs("{\"a\": {}}")).isEqualTo("{{\"a\": {{}}}}");
  }

  @Test
  void theNameOfThePersonIsFilledIn() {
    assertThat(Variables.asItIs("/scratch/{username}/{x}")).isEqualTo("/scratch/{username}/{{x}}");
  }

  /** Kubernetes makes one dollar sign of two, and a reference of one before a parenthesis. */
  @Test
  void dollarsAreDoubledForKubernetes() {
    assertThat(Variables.asItIs("$(date) $$ $HOME")).isEqualTo("$$(date) $$$$ $$HOME");
  }
}
