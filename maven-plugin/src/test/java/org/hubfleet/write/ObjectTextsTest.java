package org.hubfleet.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectTextsTest {
  private static final String SERVICE =
      "apiVersion: v1\nkind: Service\nmetadata:\n  labels:\n    name: no\n  name: hub\n";
  private static final String CONFIG =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: hub\ndata:\n  a: |\n    ---\n    kind: No\n";

  @Test
  void objectsAreToldApartByKindAndName() {
    assertThat(ObjectTexts.in(SERVICE + "---\n" + CONFIG).texts())
        .containsOnlyKeys("ConfigMap/hub", "Service/hub");
  }

  @Test
  void aFileWithoutObjectsHasNone() {
    assertThat(ObjectTexts.in("files:\n- hub.yaml\n").texts()).isEmpty();
    assertThat(ObjectTexts.in("").texts()).isEmpty();
  }

  @Test
  void anObjectThatMovedInItsFileHasNotChanged() {
    ObjectTexts before = ObjectTexts.in(SERVICE + "---\n" + CONFIG);

    assertThat(before.changesTo(ObjectTexts.in(CONFIG + "---\n" + SERVICE))).isEmpty();
  }

  @Test
  void changesAreNamedByObject() {
    ObjectTexts before = ObjectTexts.in(SERVICE + "---\n" + CONFIG);
    ObjectTexts after =
        ObjectTexts.in(CONFIG.replace("a: |", "b: |") + "---\n" + SERVICE.replace(" hub", " web"));

    assertThat(before.changesTo(after))
        .containsExactly("changed ConfigMap/hub", "removed Service/hub", "added Service/web");
  }
}
