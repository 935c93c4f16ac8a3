package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class MissingObjectTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new MissingObject().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String USES_SECRET =
      "{kind: Deployment, metadata: {name: hub}, spec: {template: {spec: {volumes: [{name: a, secret: {secretName: login}}]}}}}";

  @Test
  void aSecretThatNobodyMakesIsReportedWithTheLineToAdd() {
    List<Diagnostic> found = inspect(Given.blueprint(), USES_SECRET);

    assertThat(Given.told(found))
        .containsExactly(
            "hub/missing-object: Deployment/hub refers to the Secret \"login\" in"
                + " spec.template.spec.volumes[0].secret.secretName, which is neither emitted nor"
                + " expected");
    assertThat(Given.hint(found))
        .contains(
            "if others make it, write \"expects: [{kind: Secret, name: login}]\" in"
                + " config/communities/lab/hub.yaml");
  }

  @Test
  void aNearNameIsSuggested() {
    List<Diagnostic> found =
        inspect(Given.blueprint(), USES_SECRET, "{kind: Secret, metadata: {name: logins}}");

    assertThat(Given.hint(found).orElseThrow()).startsWith("did you mean \"logins\"?");
  }

  @Test
  void anEmittedObjectIsThere() {
    assertThat(inspect(Given.blueprint(), USES_SECRET, "{kind: Secret, metadata: {name: login}}"))
        .isEmpty();
  }

  @Test
  void anExpectedObjectIsThere() {
    assertThat(
            inspect(
                Given.blueprint(
                    Given.hub("{cluster: west, expects: [{kind: Secret, name: login}]}", "{}"),
                    "{}"),
                USES_SECRET))
        .isEmpty();
  }

  @Test
  void anObjectThatTheClusterPromisesToAnotherNamespaceIsNotThere() {
    String line = "{expects: [{kind: Secret, name: login, namespace: ";

    assertThat(
            inspect(
                Given.blueprint(Given.hub("cluster: west", line + "lab}]}"), "{}"), USES_SECRET))
        .isEmpty();
    assertThat(
            inspect(
                Given.blueprint(Given.hub("cluster: west", line + "other}]}"), "{}"), USES_SECRET))
        .hasSize(1);
  }

  @Test
  void aSecretsLineDeclaresItsSecret() {
    assertThat(
            inspect(
                Given.blueprint(
                    Given.hub("{cluster: west, secrets: {a.b: {secret: login, key: k}}}", "{}"),
                    "{}"),
                USES_SECRET))
        .isEmpty();
  }

  @Test
  void oneValueThatReachesManyObjectsIsToldOnce() {
    String pod = "{kind: Pod, metadata: {name: a}, spec: {imagePullSecrets: [{name: pull}]}}";

    assertThat(Given.told(inspect(Given.blueprint(), pod, pod.replace("name: a", "name: b"))))
        .containsExactly(
            "hub/missing-object: Pod/a and 1 more refer to the Secret \"pull\" in"
                + " spec.imagePullSecrets[0], which is neither emitted nor expected");
  }

  @Test
  void anOptionalReferenceMayLeadNowhere() {
    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: Pod, metadata: {name: a}, spec: {volumes: [{name: a, configMap: {name: b, optional: true}}]}}"))
        .isEmpty();
  }

  @Test
  void variablesAccountsClaimsPrioritiesAndPullSecretsAreFollowed() {
    assertThat(
            Given.told(
                inspect(
                    Given.blueprint(),
                    """
                    kind: Pod
                    metadata: {name: a}
                    spec:
                      serviceAccountName: account
                      priorityClassName: priority
                      imagePullSecrets: [{name: pull}]
                      volumes: [{name: v, persistentVolumeClaim: {claimName: claim}}]
                      containers:
                      - name: c
                        env: [{name: A, valueFrom: {configMapKeyRef: {name: map, key: k}}}]
                        envFrom: [{secretRef: {name: all}}]
                    """)))
        .extracting(text -> text.replaceAll(".*refers to the (.*) in .*", "$1"))
        .containsExactlyInAnyOrder(
            "ServiceAccount \"account\"",
            "PriorityClass \"priority\"",
            "Secret \"pull\"",
            "PersistentVolumeClaim \"claim\"",
            "ConfigMap \"map\"",
            "Secret \"all\"");
  }

  @Test
  void rolesAndAccountsOfBindingsAreFollowed() {
    String binding =
        "{kind: RoleBinding, metadata: {name: hub, namespace: lab}, roleRef: {kind: Role, name: hub}, subjects: [{kind: ServiceAccount, name: hub, namespace: lab}]}";

    assertThat(inspect(Given.blueprint(), binding)).hasSize(2);
    assertThat(
            inspect(
                Given.blueprint(),
                binding,
                "{kind: Role, metadata: {name: hub}}",
                "{kind: ServiceAccount, metadata: {name: hub}}"))
        .isEmpty();
  }

  @Test
  void whatEveryClusterHasIsThere() {
    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: Pod, metadata: {name: a}, spec: {serviceAccountName: default, priorityClassName: system-node-critical}}"))
        .isEmpty();
  }

  @Test
  void theHomeClaimOfPeopleIsFollowed() {
    assertThat(
            Given.told(
                inspect(
                    Given.blueprint(
                        Given.hub(),
                        "{singleuser: {storage: {type: static, static: {pvcName: homes}}}}"))))
        .singleElement()
        .asString()
        .contains("the user pod refers to the PersistentVolumeClaim \"homes\"");
  }

  @Test
  void aNameWithATemplateIsNotFollowed() {
    assertThat(
            inspect(
                Given.blueprint(
                    Given.hub(),
                    "{singleuser: {storage: {extraVolumes: [{name: a, persistentVolumeClaim: {claimName: \"own-{username}\"}}]}}}")))
        .isEmpty();
  }
}
