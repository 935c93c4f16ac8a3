package org.hubfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TomlWriterTest {
  @Test
  void plainValuesComeBeforeTables() {
    assertThat(toml("{t: {b: true, u: {c: 1.5}}, a: 'x\"y', l: [1, {k: v}]}"))
        .isEqualTo("a = \"x\\\"y\"\nl = [1, {k = \"v\"}]\n\n[t]\nb = true\n\n[t.u]\nc = 1.5\n");
  }

  @Test
  void oddKeysAreQuoted() {
    assertThat(toml("{'a.b': {'': 1}}")).isEqualTo("[\"a.b\"]\n\"\" = 1\n");
  }

  @Test
  void anEmptyTreeIsAnEmptyText() {
    assertThat(toml("{}")).isEmpty();
  }

  @Test
  void findsTheFirstNull() {
    Node tree = read("{a: 1, b: [{c: null}]}");

    assertThat(TomlWriter.nothing(tree).orElseThrow().origin().place().column()).isEqualTo(16);
  }

  private static String toml(String yaml) {
    return TomlWriter.write((Mapping) read(yaml));
  }

  private static Node read(String yaml) {
    return YamlReader.ofConfig().read("x", yaml, Layer.HUB).value().orElseThrow();
  }
}
