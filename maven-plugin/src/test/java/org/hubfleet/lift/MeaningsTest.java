package org.hubfleet.lift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

class MeaningsTest {
  private static final Shelf SHELF = Shelf.open();
  private static final Meanings MEANINGS = Meanings.of(SHELF);

  @Test
  void everyLineIsAKeyOfTheHubLanguage() {
    List<String> keys =
        List.copyOf(
            new Languages(SHELF).document(SourceFile.Kind.HUB).path("properties").propertyNames());

    assertThat(MEANINGS.all())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(keys).contains(one.line().split("\\.", 2)[0]));
  }

  @Test
  void wordsOfAWrapperStandBelowCustom() {
    assertThat(MEANINGS.all())
        .filteredOn(Meanings.Meaning::isOfWrapper)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.said().toString()).startsWith("jupyterhub.custom."));
  }

  @Test
  void whatIsBelowARenamedTraitIsSaidBelowItsNewName() {
    Optional<Meanings.Meaning> found =
        MEANINGS.of(path("jupyterhub.hub.config.CILogonOAuthenticator.allowed_idps.a.default"));

    assertThat(found.orElseThrow().at())
        .isEqualTo(path("jupyterhub.hub.config.CILogonOAuthenticator.idps.a.default"));
  }

  @Test
  void aPathThatNobodyListsMeansOnlyItself() {
    assertThat(MEANINGS.of(path("jupyterhub.custom.homepage.gitRepoBranch"))).isEmpty();
  }

  @Test
  void anyItemOfTheListedPlaceMayHoldTheValue() {
    Meanings.Meaning name =
        MEANINGS.of(path("jupyterhub.custom.homepage.templateVars.funded_by.name")).orElseThrow();
    Mapping values =
        tree(
            "jupyterhub: {hub: {templateVars: {hub_page: {parties: {funders: {names: [{name: A},"
                + " {name: B}]}}}}}}");

    assertThat(MEANINGS.isThere(name, values, (at, node) -> is(node, "B"))).isTrue();
    assertThat(MEANINGS.isThere(name, values, (at, node) -> is(node, "C"))).isFalse();
  }

  private static boolean is(Node node, String text) {
    return node.string().filter(text::equals).isPresent();
  }

  private static ValuePath path(String text) {
    return ValuePath.parse(text).orElseThrow();
  }

  private static Mapping tree(String yaml) {
    return YamlReader.ofConfig()
        .read("hub.yaml", yaml, Layer.HUB)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }
}
