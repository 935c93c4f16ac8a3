package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class PodBelowSecurityLevelTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new PodBelowSecurityLevel()
        .inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String RESTRICTED =
      "{name: c, securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}}";

  private static String namespace(String level) {
    return "{kind: Namespace, metadata: {name: lab, labels: {pod-security.kubernetes.io/enforce: "
        + level
        + "}}}";
  }

  private static List<String> told(String level, String spec) {
    return Given.told(
            new PodBelowSecurityLevel()
                .inspect(
                    new HubObjects(
                        Given.blueprint(Given.hub(), "{singleuser: {}}"),
                        Given.manifests(
                            namespace(level),
                            "{kind: Pod, metadata: {name: a}, spec: {" + spec + "}}"))))
        .stream()
        .filter(text -> text.contains("Pod/a"))
        .toList();
  }

  @Test
  void baselineRefusesWhatReachesTheNode() {
    for (String spec :
        List.of(
            "hostNetwork: true",
            "hostPID: true",
            "volumes: [{name: v, hostPath: {path: /}}]",
            "containers: [{name: c, securityContext: {privileged: true}}]",
            "containers: [{name: c, securityContext: {capabilities: {add: [NET_ADMIN]}}}]",
            "containers: [{name: c, ports: [{containerPort: 1, hostPort: 1}]}]",
            "securityContext: {seccompProfile: {type: Unconfined}}",
            "securityContext: {sysctls: [{name: kernel.msgmax, value: a}]}",
            "securityContext: {seLinuxOptions: {type: spc_t}}",
            "containers: [{name: c, livenessProbe: {httpGet: {host: a.example.org}}}]",
            "containers: [{name: c, lifecycle: {preStop: {tcpSocket: {host: 10.0.0.1}}}}]",
            "initContainers: [{name: c, securityContext: {procMount: Unmasked}}]")) {
      assertThat(told("baseline", spec)).as(spec).hasSize(1);
      assertThat(told("privileged", spec)).as(spec).isEmpty();
    }
  }

  @Test
  void baselineLetsAnOrdinaryPodIn() {
    assertThat(
            told(
                "baseline",
                "volumes: [{name: v, nfs: {}}], containers: [{name: c, securityContext: {capabilities: {add: [CHOWN]}}}]"))
        .isEmpty();
  }

  @Test
  void restrictedWantsFourThingsSaid() {
    assertThat(told("restricted", "containers: [" + RESTRICTED + "]")).isEmpty();
    assertThat(told("restricted", "containers: [{name: c}]")).hasSize(4);
  }

  @Test
  void restrictedTakesThePodsWordForItsContainers() {
    assertThat(
            told(
                "restricted",
                "securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}, containers: [{name: c, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]"))
        .isEmpty();
  }

  @Test
  void restrictedRefusesRootAndOtherVolumes() {
    assertThat(
            told("restricted", "securityContext: {runAsUser: 0}, containers: [" + RESTRICTED + "]"))
        .singleElement()
        .asString()
        .contains("runAsUser: 0");
    assertThat(
            told("restricted", "volumes: [{name: v, nfs: {}}], containers: [" + RESTRICTED + "]"))
        .hasSize(1);
  }

  @Test
  void thePodsOfPeopleAreHeldToTheLevel() {
    List<Diagnostic> found =
        inspect(
            Given.blueprint(
                Given.hub(), "{singleuser: {cloudMetadata: {blockWithIptables: true}}}"),
            namespace("baseline"));

    assertThat(Given.told(found))
        .containsExactly(
            "hub/pod-below-security-level: the user pod: the namespace's level \"baseline\" refuses"
                + " privileged in the container \"block-cloud-metadata\"");
  }
}
