package org.hubfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.hubfleet.diagnostic.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
  private static final Origin HERE = Origin.at(Place.ofFile("test"), Layer.HUB);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 7, 8, 63, 64, 1000})
  void behavesAsALinkedHashMapOfAnySize(int size) {
    Map<String, Mapping.Entry> linked = new LinkedHashMap<>();
    Random random = new Random(size);
    while (linked.size() < size) {
      linked.put(Integer.toString(random.nextInt(), 36), entry(linked.size()));
    }

    Map<String, Mapping.Entry> entries = new Mapping(linked, HERE).entries();

    assertThat(entries).isEqualTo(linked).hasSize(size).containsExactlyEntriesOf(linked);
    linked.forEach((key, entry) -> assertThat(entries.get(key)).isSameAs(entry));
    assertThat(entries).doesNotContainKey("absent").doesNotContainKey("");
  }

  @Test
  void keysOfOneHashAreToldApart() {
    Mapping.Builder builder = Mapping.builder(HERE);
    for (int i = 0; i < 32; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 5; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      builder.put(key.toString(), Scalar.integer(i, HERE));
    }
    Mapping map = builder.build();

    assertThat(map.entries().keySet().stream().map(String::hashCode).distinct()).hasSize(1);
    assertThat(map.get("BBBBBBBBBB")).contains(Scalar.integer(31, HERE));
    assertThat(map.get("AaBBAaAaAa")).contains(Scalar.integer(2, HERE));
    assertThat(map.get("AaBBAaAaAaAa")).isEmpty();
  }

  @Test
  void aChangedKeyKeepsItsPlaceAndANewOneComesLast() {
    Mapping map = Mapping.builder(HERE).put("a", "1").put("b", "2").build();

    Mapping changed = map.with("a", Scalar.string("3", HERE)).with("c", Scalar.string("4", HERE));

    assertThat(changed.entries().keySet()).containsExactly("a", "b", "c");
    assertThat(changed.get("a").flatMap(Node::string)).contains("3");
    assertThat(map.entries().keySet()).containsExactly("a", "b");
    assertThat(map.get("a").flatMap(Node::string)).contains("1");
  }

  @Test
  void aDottedPathLeadsFromMapToMap() {
    Mapping tree =
        Mapping.builder(HERE).put("a", Mapping.builder(HERE).put("b", "c").build()).build();

    assertThat(tree.at("a.b").flatMap(Node::string)).contains("c");
    assertThat(tree.at("a")).isPresent();
    assertThat(tree.at("a.b.c")).isEmpty();
    assertThat(tree.at("a.")).isEmpty();
    assertThat(tree.at("")).isEmpty();
  }

  private static Mapping.Entry entry(int value) {
    return new Mapping.Entry(HERE, Scalar.integer(value, HERE));
  }
}
