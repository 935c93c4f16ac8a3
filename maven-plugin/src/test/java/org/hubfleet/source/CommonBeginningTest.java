package org.hubfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.diagnostic.Place;
import org.junit.jupiter.api.Test;

class CommonBeginningTest {
  private static final Origin HERE = Origin.at(Place.ofFile("test"), Layer.HUB);
  private static final Mapping BEGINNING =
      Mapping.builder(HERE).put("a.py", "one\n\"two\"\n").put("b.py", "").build();

  @Test
  void theChecksumIsThatOfTheWholeMap() {
    Mapping rest = Mapping.builder(HERE).put("c.json", "{}\n").put("d", map("e")).build();

    assertThat(new CommonBeginning(BEGINNING).checksum(rest))
        .isEqualTo(Checksum.of(TreeMerge.merge(BEGINNING, rest)));
  }

  @Test
  void oneBeginningServesManyMaps() {
    CommonBeginning beginning = new CommonBeginning(BEGINNING);

    String first = beginning.checksum(map("c"));
    String second = beginning.checksum(map("d"));

    assertThat(first).isNotEqualTo(second).isEqualTo(beginning.checksum(map("c")));
  }

  private static Mapping map(String key) {
    return Mapping.builder(HERE).put(key, "value").build();
  }
}
