package org.hubfleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

class CapabilityDefaultsTest {
  private static final String DEFAULTS = "page: {lang: en, logo: {width: 40}, '*': {ui: lab}}";

  @Test
  void aKeyThatNobodyHasGetsNoDefaults() {
    assertThat(merged("title: Lab")).isEqualTo("{\"title\": \"Lab\"}");
  }

  @Test
  void aKeyThatSomebodyHasGetsThem() {
    assertThat(merged("page: {}")).isEqualTo("{\"page\": {\"lang\": \"en\"}}");
  }

  @Test
  void theStarStandsForEveryName() {
    assertThat(merged("page: {a: {}, b: {ui: code}, logo: {}}"))
        .isEqualTo(
            "{\"page\": {\"lang\": \"en\",\"a\": {\"ui\": \"lab\"},\"b\": {\"ui\": \"code\"},"
                + "\"logo\": {\"width\": 40}}}");
  }

  @Test
  void aShortFormIsLeftAlone() {
    assertThat(merged("page: simple")).isEqualTo("{\"page\": \"simple\"}");
  }

  @Test
  void nullTakesADefaultAway() {
    assertThat(merged("page: {x: 1}", "page: {lang: null}")).isEqualTo("{\"page\": {\"x\": 1}}");
  }

  private static String merged(String... layers) {
    CapabilityFolder page =
        new CapabilityFolder(
            "page",
            "",
            "",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of("page"),
            tree(DEFAULTS, Layer.CAPABILITY));
    Mapping merged =
        new CapabilityDefaults(List.of(page))
            .merge(Stream.of(layers).map(text -> tree(text, Layer.HUB)).toList());
    return JsonWriter.write(merged).replaceAll("\\n\\s*", "").strip();
  }

  private static Mapping tree(String text, Layer layer) {
    return YamlReader.ofConfig()
        .read("x.yaml", text, layer)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }
}
