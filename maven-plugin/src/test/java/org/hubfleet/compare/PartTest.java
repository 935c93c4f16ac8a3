package org.hubfleet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "west/hubs/lab/hub.yaml",
        "west/platform/lab.yaml",
        "west/provision/lab.yaml",
        "west/flux/hubs/lab.yaml"
      })
  void aFileOfAHubIsThatHubs(String path) {
    assertThat(Part.of(path)).isEqualTo(Part.hub("west", "lab"));
  }

  @Test
  void aListOfFilesIsTheClusters() {
    assertThat(Part.of("west/provision/.owned.yaml")).isEqualTo(Part.cluster("west"));
  }
}
