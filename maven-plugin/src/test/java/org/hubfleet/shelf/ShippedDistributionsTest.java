package org.hubfleet.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every distribution that comes with the plugin. */
class ShippedDistributionsTest {
  private static final Shelf SHELF = Shelf.open();
  private static final ShippedDistributions SHIPPED = new ShippedDistributions(SHELF);
  private static final Languages LANGUAGES = new Languages(SHELF);

  static Stream<Mapping> all() {
    return SHIPPED.names().stream()
        .flatMap(name -> SHIPPED.versions(name).stream().map(v -> SHIPPED.tree(name, v)));
  }

  @Test
  void threeComeWithThePlugin() {
    assertThat(SHIPPED.names()).containsExactly("classroom", "earth-analytics", "publish");
  }

  @ParameterizedTest
  @MethodSource("all")
  void itSaysOnlyWhatADistributionCanSay(Mapping tree) {
    Shape shape = LANGUAGES.file(SourceFile.Kind.DISTRIBUTION);

    assertThat(shape.violations(tree.without("lacks").without("needs"))).isEmpty();
    assertThat(needs(tree).entries().values())
        .allSatisfy(
            need -> assertThat(shape.violations(need.value().get("hub").orElseThrow())).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void itNeedsNoOverrides(Mapping tree) {
    assertThat(tree.get("overrides")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void itNamesNothingOfOneFleet(Mapping tree) {
    Set<String> keys = new TreeSet<>(tree.entries().keySet());

    keys.retainAll(List.of("extends", "secrets", "expects", "extensions", "allow"));

    assertThat(keys).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatItLacksIsARuleOfTheCatalogue(Mapping tree) {
    RuleCatalogue rules = new RuleCatalogue(SHELF);
    Set<String> lacks = new TreeSet<>(map(tree, "lacks").entries().keySet());
    lacks.addAll(needs(tree).entries().keySet());

    assertThat(lacks)
        .allSatisfy(
            word ->
                assertThat(rules.entry(RuleName.of("distribution/without-" + word))).isPresent());
  }

  private static Mapping needs(Mapping tree) {
    return map(tree, "needs");
  }

  private static Mapping map(Mapping tree, String key) {
    return tree.get(key).flatMap(Node::mapping).orElse(Mapping.empty(tree.origin()));
  }
}
