package org.hubfleet.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
  @ParameterizedTest
  @CsvSource({
    "400, 60 in 3m, 10m, 200",
    "150, 60 in 3m, 10m, 150",
    "400, 1 in 1h, 10m, 1",
    "400, 7 in 1m, 90s, 11"
  })
  void roomIsKeptForThoseWhoComeWhileANodeGetsReady(
      int seats, String arrivals, String node, long spare) {
    Event event = event("{from: '2027-07-05', seats: " + seats + ", arrivals: " + arrivals + "}");

    assertThat(event.spare(Span.parse(node).orElseThrow())).isEqualTo(spare);
  }

  @Test
  void roomIsKeptForAllWhoComeAtOnce() {
    Event event = event("{from: '2027-07-05', seats: 60}");

    assertThat(event.spare(new Span(60))).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-07-03, false",
    "2027-07-04, true",
    "2027-07-05, true",
    "2027-07-09, true",
    "2027-07-10, false"
  })
  void isOnFromTheDayBeforeToTheLast(LocalDate day, boolean on) {
    Event event = event("{from: '2027-07-05', to: '2027-07-09', seats: 60}");

    assertThat(event.isOn(day)).isEqualTo(on);
  }

  @Test
  void meetsWhatBeginsWhileItGetsReady() {
    Event event = event("{from: '2027-07-05', to: '2027-07-09', seats: 60, daysAhead: 3}");

    assertThat(event.meets(event("{from: '2027-07-02', seats: 1}"))).isTrue();
    assertThat(event.meets(event("{from: '2027-07-01', seats: 1}"))).isFalse();
    assertThat(event.meets(event("{from: '2027-07-10', seats: 1}"))).isTrue();
    assertThat(event.meets(event("{from: '2027-07-11', seats: 1}"))).isFalse();
  }

  private static Event event(String yaml) {
    Mapping wish =
        (Mapping) YamlReader.ofOurs().read("hub.yaml", yaml, Layer.HUB).value().orElseThrow();
    return Event.of("event", wish, wish.origin());
  }
}
