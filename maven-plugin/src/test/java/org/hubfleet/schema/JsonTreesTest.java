package org.hubfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTreesTest {
  private final Shelf shelf = Shelf.open();

  @Test
  void readsEveryFileOfTheShelfAsAnObjectMapperDoes() {
    List<String> files = new ArrayList<>(shelf.files("kubernetes", ".json"));
    files.addAll(shelf.files("upstream", ".json"));

    assertThat(files).hasSizeGreaterThan(5);
    for (String file : files) {
      String text = shelf.text(file);
      assertThat(JsonTrees.read(text)).as(file).isEqualTo(JsonMapper.shared().readTree(text));
    }
  }

  @Test
  void readsEveryKindOfValue() {
    String text = "{\"a\": [1, -2.5, 12345678901, \"b\\n\", true, false, null, {}, []]}";

    assertThat(JsonTrees.read(text)).isEqualTo(JsonMapper.shared().readTree(text));
  }
}
