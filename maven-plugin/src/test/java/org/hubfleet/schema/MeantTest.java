package org.hubfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a value was probably meant to be. */
class MeantTest {
  private static final String SIZE = "{type: string, pattern: '^(none|[1-9][0-9]*[MGT]i?B?)$'}";
  private static final String SPAN = "{type: string, pattern: '^([1-9][0-9]{0,3}[smhd]|never)$'}";
  private static final String HOST = "{type: string, pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$'}";
  private static final String PATH = "{type: string, pattern: '^/[^\\s{}]*$'}";
  private static final String UI =
      "{type: string, pattern: '^(lab|classic|rstudio|code|desktop|/\\S*)$'}";

  private static Node node(String yaml) {
    return YamlReader.ofOurs().read("test.yaml", yaml, Layer.COMPILER).value().orElseThrow();
  }

  private static JsonNode schema(String yaml) {
    return JsonTrees.of(node(yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        SIZE + ";10 GB;write 10GB",
        SIZE + ";NONE;write none",
        SPAN + ";1 hour;write 1h",
        SPAN + ";30 minutes;write 30m",
        SPAN + ";7 days;write 7d",
        HOST + ";https://hub.tidal.example/;write hub.tidal.example",
        HOST + ";hub.tidal.example:8080;write hub.tidal.example",
        PATH + ";home/rstudio;write /home/rstudio",
        "{type: boolean};yes;write true",
        "{type: number};500m;write 0.5",
        "{type: integer};2 cores;write 2",
        "{type: string, format: date};31.12.2026;write 2026-12-31"
      })
  void aTextIsToldInTheFormThatFits(String schema, String said, String hint) {
    assertThat(Meant.by(schema(schema), node("'" + said + "'"))).contains(hint);
  }

  @Test
  void aWordThatTheFormListsIsNearerThanAPath() {
    assertThat(Meant.by(schema(UI), node("rstudio-server"))).contains("write rstudio");
  }

  @Test
  void aValueGoesBelowTheKeyThatTakesIt() {
    JsonNode size =
        schema(
            "{type: object, required: [memory], properties: {memory: {type: string, pattern:"
                + " '^[0-9]+[MG]$'}, title: {type: string}}}");

    assertThat(Meant.by(size, node("2G"))).contains("write {memory: 2G}");
    assertThat(Meant.by(size, node("large"))).contains("write {title: large}");
  }

  @Test
  void nothingIsSaidWhereNothingFits() {
    assertThat(Meant.by(schema(SIZE), node("plenty"))).isEmpty();
    assertThat(Meant.by(schema("{type: integer}"), node("sixty"))).isEmpty();
    assertThat(Meant.by(schema("{type: object}"), node("[1]"))).isEmpty();
  }
}
