package org.hubfleet.model.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "1K, 1024",
    "512M, 536870912",
    "1.5G, 1610612736",
    "28Gi, 30064771072",
    "28GB, 30064771072",
    "28GiB, 30064771072",
    "1T, 1099511627776"
  })
  void everySpellingCountsIn1024(String text, long bytes) {
    assertThat(Memory.parse(text)).contains(new Memory(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "-1G", "1P", "1 G", "1e3", "99999999999T"})
  void whatIsNoAmountIsNone(String text) {
    assertThat(Memory.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "512M, 512 MB",
    "1G, 1 GB",
    "1.5G, 1.5 GB",
    "3723M, 3.6 GB",
    "9.94G, 9.9 GB",
    "9.96G, 10 GB",
    "14.5G, 15 GB",
    "29.08G, 29 GB",
    "119.4G, 119 GB"
  })
  void labelsFollowOneRule(String text, String label) {
    assertThat(Memory.parse(text).orElseThrow().label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"32Gi, 32Gi", "30632Mi, 30632Mi", "1000, 1000"})
  void quantitiesAreThoseOfKubernetes(String text, String quantity) {
    assertThat(Memory.parse(text).orElseThrow().quantity()).isEqualTo(quantity);
  }

  @Test
  void aShortfallIsSaidToTheByteAndAsPeopleWriteIt() {
    assertThat(new Memory(1_288_490_188L).exact()).isEqualTo("1,288,490,188 bytes (1.2 Gi)");
    assertThat(new Memory(20L << 30).exact()).isEqualTo("21,474,836,480 bytes (20 Gi)");
    assertThat(new Memory(252_706_816L).exact()).isEqualTo("252,706,816 bytes (241 Mi)");
    assertThat(new Memory(512L).exact()).isEqualTo("512 bytes");
  }
}
