package org.hubfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.hubfleet.verify.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  private static Node value(String text) {
    return Given.tree("a: '" + text + "'").get("a").orElseThrow();
  }

  private static Optional<String> plain(Optional<BigDecimal> amount) {
    return amount.map(number -> number.stripTrailingZeros().toPlainString());
  }

  @ParameterizedTest
  @CsvSource({
    "1Gi,1073741824",
    "1G,1000000000",
    "500m,0.5",
    "0.5,0.5",
    "2e3,2000",
    "1k,1000",
    "1.5Ki,1536"
  })
  void kubernetesAmounts(String text, String expected) {
    assertThat(plain(Quantity.kubernetes(value(text)))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"1G,1073741824", "1.5G,1610612736", "512M,536870912", "1024,1024", "0.5,0.5"})
  void spawnerAmounts(String text, String expected) {
    assertThat(plain(Quantity.spawner(value(text)))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"1GB", "1 Gi", "Gi", "''", "1.2.3"})
  void whatIsNoAmount(String text) {
    assertThat(Quantity.kubernetes(value(text))).isEmpty();
    assertThat(Quantity.spawner(value(text))).isEmpty();
  }
}
