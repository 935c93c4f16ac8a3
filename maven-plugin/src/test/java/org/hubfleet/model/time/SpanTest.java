package org.hubfleet.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({"45s, 45", "90m, 5400", "12h, 43200", "7d, 604800"})
  void readsANumberWithAUnit(String text, long seconds) {
    assertThat(Span.parse(text)).contains(new Span(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0m", "1.5h", "1h30m", "-1h", "1 h", "never", "9999999d"})
  void readsNothingElse(String text) {
    assertThat(Span.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60m, 1h", "90m, 90m", "24h, 1d", "61s, 61s"})
  void isWrittenInItsLargestWholeUnit(String text, String written) {
    assertThat(Span.parse(text).orElseThrow().text()).isEqualTo(written);
  }

  @Test
  void touchesWholeDays() {
    assertThat(Span.parse("1s").orElseThrow().days()).isEqualTo(1);
    assertThat(Span.parse("24h").orElseThrow().days()).isEqualTo(1);
    assertThat(Span.parse("25h").orElseThrow().days()).isEqualTo(2);
  }
}
