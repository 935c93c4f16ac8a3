package org.hubfleet.lower.derive.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {
  @ParameterizedTest
  @CsvSource({
    "1G, 1Gi",
    "1.5G, 1536Mi",
    "512M, 512Mi",
    "0.1G, 107374182",
    "1073741824, 1Gi",
    "3T, 3Ti",
    "1K, 1Ki",
    "1000, 1000",
    "0, 0"
  })
  void sizeKeepsItsBytesAsQuantity(String size, String quantity) {
    assertThat(MemorySize.parse(size).map(MemorySize::quantity)).contains(quantity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1Gi", "-1", "G", "", "1e3", "1 G"})
  void whatATraitRefusesIsNoSize(String text) {
    assertThat(MemorySize.parse(text)).isEmpty();
  }
}
