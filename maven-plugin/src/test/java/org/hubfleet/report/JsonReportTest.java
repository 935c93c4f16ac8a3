package org.hubfleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode root =
      STRICT.readTree(new JsonReport().print(Given.report(Given.ERROR, Given.WARNING)));

  @Test
  void summaryCounts() {
    JsonNode summary = root.get("summary");

    assertThat(summary.get("errors").intValue()).isEqualTo(1);
    assertThat(summary.get("warnings").intValue()).isEqualTo(1);
    assertThat(summary.get("objects").intValue()).isEqualTo(31);
    assertThat(summary.get("notChecked").get(0).stringValue()).isEqualTo("Python of snippets");
  }

  @Test
  void diagnosticSaysEverything() {
    JsonNode first = root.get("diagnostics").get(0);

    assertThat(first.get("severity").stringValue()).isEqualTo("error");
    assertThat(first.get("rule").stringValue()).isEqualTo("yaml/duplicate-key");
    assertThat(first.get("line").intValue()).isEqualTo(3);
    assertThat(first.get("column").intValue()).isEqualTo(7);
    assertThat(first.get("message").stringValue()).isEqualTo(Given.ERROR.message());
    assertThat(first.get("hint").stringValue()).isEqualTo("keep one: \u2028 or the other");
    assertThat(first.get("related").get(0).get("file").stringValue())
        .isEqualTo("config/fleet.yaml");
  }

  @Test
  void wholeFileHasNeitherLineNorColumn() {
    JsonNode second = root.get("diagnostics").get(1);

    assertThat(second.has("line")).isFalse();
    assertThat(second.has("column")).isFalse();
  }
}
