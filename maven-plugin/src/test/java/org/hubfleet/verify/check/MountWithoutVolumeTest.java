package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class MountWithoutVolumeTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new MountWithoutVolume().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  @Test
  void aMountOfNoVolumeIsReportedWithTheNearestName() {
    List<Diagnostic> found =
        inspect(
            Given.blueprint(),
            "{kind: Pod, metadata: {name: a}, spec: {volumes: [{name: config}], initContainers: [{name: c, volumeMounts: [{name: confg, mountPath: /x}]}]}}");

    assertThat(Given.told(found))
        .containsExactly(
            "hub/mount-without-volume: Pod/a: the container \"c\" mounts the volume \"confg\","
                + " which the pod does not have");
    assertThat(Given.hint(found)).contains("did you mean \"config\"?");
  }

  @Test
  void aDeviceOfNoVolumeIsReported() {
    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, volumeDevices: [{name: disk}]}]}}"))
        .hasSize(1);
  }

  @Test
  void volumesOfThePodAndClaimsOfItsSetAreThere() {
    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: StatefulSet, metadata: {name: a}, spec: {volumeClaimTemplates: [{metadata: {name: data}}], template: {spec: {volumes: [{name: b}], containers: [{name: c, volumeMounts: [{name: data}, {name: b}]}]}}}}"))
        .isEmpty();
  }

  @Test
  void theMountsOfPeopleAreHeldToTheSame() {
    String storage =
        "{singleuser: {storage: {type: dynamic, homeMountPath: /home, dynamic: {volumeNameTemplate: v}, extraVolumes: {a: {name: shared}}, extraVolumeMounts: {a: {name: ";

    assertThat(inspect(Given.blueprint(Given.hub(), storage + "shard, mountPath: /s}}}}}")))
        .hasSize(1);
    assertThat(inspect(Given.blueprint(Given.hub(), storage + "shared, mountPath: /s}}}}}")))
        .isEmpty();
  }
}
