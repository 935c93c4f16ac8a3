package org.hubfleet.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

class UnionTest {
  private final List<Diagnostic> problems = new ArrayList<>();

  @Test
  void mapsOfTwoJoinKeyByKey() {
    assertThat(union("a: {x: 1}", "a: {y: 2}\nb: 3"))
        .isEqualTo("{\"a\": {\"x\": 1,\"y\": 2},\"b\": 3}");
    assertThat(problems).isEmpty();
  }

  @Test
  void theSameValueTwiceIsOneValueThatKnowsBothPlaces() {
    Mapping joined = new Union(problems, Place.ofFile("hub.yaml")).of(tree("a: 1"), tree("a: 1"));

    assertThat(problems).isEmpty();
    assertThat(joined.get("a").orElseThrow().origin().place().line()).isEqualTo(1);
  }

  @Test
  void twoValuesInOnePlaceAreAConflictThatNamesBoth() {
    assertThat(union("a: {x: 1}", "b: 1\na: {x: 2}")).isEqualTo("{\"a\": {\"x\": 1},\"b\": 1}");

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule().text()).isEqualTo("capability/conflict");
              assertThat(problem.place()).isEqualTo(new Place("hub.yaml", 2, 8));
              assertThat(problem.related().get(0).place()).isEqualTo(new Place("hub.yaml", 1, 8));
              assertThat(problem.message()).contains("a.x");
            });
  }

  @Test
  void twoListsInOnePlaceAreAConflict() {
    union("a: [1]", "a: [1, 2]");

    assertThat(problems).hasSize(1);
  }

  private String union(String one, String other) {
    return Lowered.json(new Union(problems, Place.ofFile("hub.yaml")).of(tree(one), tree(other)));
  }

  private static Mapping tree(String text) {
    return YamlReader.ofConfig()
        .read("hub.yaml", text, Layer.HUB)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }
}
