package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class UnknownStorageClassTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new UnknownStorageClass().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String HOMES =
      "{singleuser: {storage: {type: dynamic, dynamic: {storageClass: fsat}}}}";

  @Test
  void aClassThatTheClusterDoesNotListIsReported() {
    List<Diagnostic> found =
        inspect(
            Given.blueprint(
                Given.hub("cluster: west", "{storage: {classes: {fast: {}, slow: {}}}}"), HOMES));

    assertThat(Given.told(found))
        .containsExactly(
            "hub/unknown-storage-class: the cluster \"west\" has no storage class \"fsat\" for the"
                + " homes");
    assertThat(Given.hint(found)).contains("did you mean \"fast\"?");
  }

  @Test
  void aClusterThatListsNoneIsNotAsked() {
    assertThat(inspect(Given.blueprint(Given.hub(), HOMES))).isEmpty();
  }

  @Test
  void listedAndEmittedClassesAreThere() {
    Blueprint blueprint =
        Given.blueprint(Given.hub("cluster: west", "{storage: {classes: {a: {}}}}"), HOMES);

    assertThat(
            inspect(
                blueprint,
                "{kind: StorageClass, metadata: {name: fsat}}",
                "{kind: PersistentVolumeClaim, metadata: {name: c}, spec: {storageClassName: a}}"))
        .isEmpty();
  }

  @Test
  void theEmptyClassIsForStaticVolumes() {
    assertThat(
            inspect(
                Given.blueprint(Given.hub("cluster: west", "{storage: {classes: {a: {}}}}"), "{}"),
                "{kind: PersistentVolumeClaim, metadata: {name: c}, spec: {storageClassName: \"\"}}"))
        .isEmpty();
  }
}
