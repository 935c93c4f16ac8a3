package org.hubfleet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hubfleet.source.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final String SERVICE =
      "apiVersion: v1\nkind: Service\nmetadata: {name: hub, namespace: lab}\nspec: {type: A}\n";

  private static List<Mapping> objects(String text) {
    return Side.of("x", Map.of("west/hubs/lab/hub.yaml", text)).objects();
  }

  private static List<String> changes(String before, String after) {
    return Comparison.of(objects(before), objects(after), Texts.NONE).stream()
        .map(change -> change.kind().word() + " " + change.key().id())
        .toList();
  }

  @Test
  void objectsAreToldApartByKindNamespaceAndName() {
    String other = SERVICE.replace("name: hub", "name: proxy");

    assertThat(changes(SERVICE, other))
        .containsExactly("removed Service/hub", "added Service/proxy");
  }

  @Test
  void orderOfObjectsDoesNotMatter() {
    String other = SERVICE.replace("name: hub", "name: proxy");

    assertThat(changes(SERVICE + "---\n" + other, other + "---\n" + SERVICE)).isEmpty();
  }

  @Test
  void changedObjectIsOneChange() {
    assertThat(changes(SERVICE, SERVICE.replace("type: A", "type: B")))
        .containsExactly("changed Service/hub");
  }

  @Test
  void versionOfTheApiIsAFieldAndNotTheObject() {
    String before = SERVICE.replace("apiVersion: v1", "apiVersion: a.io/v1beta1");
    String after = SERVICE.replace("apiVersion: v1", "apiVersion: a.io/v1");

    assertThat(changes(before, after)).containsExactly("changed Service/hub");
  }

  @Test
  void textThatNobodyCanReadHasNoObjects() {
    assertThat(objects("a: [\n---\n" + SERVICE)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    ".hubs.yaml, fleet",
    "west/platform/kustomization.yaml, cluster west",
    "west/platform/.owned.yaml, cluster west",
    "west/platform/lab.yaml, lab on west",
    "west/hubs/lab/hub.yaml, lab on west",
    "west/hubs/lab/.owned.yaml, lab on west",
    "west/flux/hubs/lab.yaml, lab on west",
    "west/flux/source.yaml, cluster west",
  })
  void pathTellsWhomItIsAbout(String path, String part) {
    assertThat(Part.of(path)).hasToString(part);
  }
}
