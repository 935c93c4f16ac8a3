package org.hubfleet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Origin HERE = Origin.at(Place.ofFile("config/fleet.yaml"), Layer.FLEET);

  private static Order order(String name, String... after) {
    return new Order(name, List.of(after), HERE);
  }

  private static List<String> rules(Order... orders) {
    return Order.inspect(List.of(orders)).stream()
        .map(Diagnostic::rule)
        .map(Object::toString)
        .toList();
  }

  @Test
  void hubsAfterTheirPlatformAreFine() {
    assertThat(rules(order("lab", "platform"), order("platform", "cluster"), order("cluster")))
        .isEmpty();
  }

  @Test
  void aSetThatWaitsForItselfIsFound() {
    assertThat(rules(order("lab", "lab"))).containsExactly("flux/dependency-cycle");
  }

  @Test
  void aCycleIsFoundThroughOthers() {
    assertThat(rules(order("a", "b"), order("b", "c"), order("c", "a"), order("d")))
        .containsExactly("flux/dependency-cycle");
  }

  @Test
  void aSetThatWaitsForNothingThereIsFound() {
    assertThat(rules(order("lab", "platfrom"))).containsExactly("flux/unknown-dependency");
  }
}
