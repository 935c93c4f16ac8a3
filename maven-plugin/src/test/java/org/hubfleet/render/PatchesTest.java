package org.hubfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class PatchesTest {
  private static final String DEPLOYMENT =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: hub, namespace: lab}, spec:"
          + " {replicas: 1, containers: [{name: hub, image: a, env: [{name: A, value: x}]}],"
          + " list: [a, b]}}";

  private static Outcome<List<Manifest>> patched(String... patches) {
    StringBuilder hub = new StringBuilder("cluster: west\noverrides:\n");
    for (String patch : patches) {
      hub.append("- {patch: {").append(patch).append("}}\n");
    }
    Manifest manifest =
        Given.manifest("shelf/upstream/hub/objects/x.yaml", DEPLOYMENT, Layer.UPSTREAM);
    return Patches.apply(Given.hub(hub.toString(), "{}"), List.of(manifest));
  }

  private static String json(String... operations) {
    return "object: Deployment/hub, json: [" + String.join(", ", operations) + "]";
  }

  private static Node at(Outcome<List<Manifest>> outcome, String path) {
    return outcome
        .value()
        .orElseThrow()
        .get(0)
        .object()
        .at(ValuePath.parse(path).orElseThrow())
        .orElseThrow();
  }

  private static String spec(Outcome<List<Manifest>> outcome) {
    assertThat(outcome.diagnostics()).isEmpty();
    return JsonWriter.write(at(outcome, "spec")).replaceAll("\\s+", "");
  }

  private static List<String> told(String... patches) {
    return Given.told(patched(patches).diagnostics());
  }

  @Test
  void addsReplacesAndRemovesFields() {
    assertThat(
            spec(
                patched(
                    json(
                        "{op: add, path: /spec/a~1b, value: c}",
                        "{op: replace, path: /spec/replicas, value: 2}",
                        "{op: remove, path: /spec/containers}"))))
        .isEqualTo("{\"replicas\":2,\"list\":[\"a\",\"b\"],\"a/b\":\"c\"}");
  }

  @Test
  void addsIntoListsByIndexAndAtTheEnd() {
    assertThat(
            spec(
                patched(
                    json(
                        "{op: remove, path: /spec/containers}",
                        "{op: add, path: /spec/list/0, value: x}",
                        "{op: add, path: /spec/list/-, value: y}",
                        "{op: replace, path: /spec/list/1, value: z}",
                        "{op: remove, path: /spec/list/2}"))))
        .isEqualTo("{\"replicas\":1,\"list\":[\"x\",\"z\",\"y\"]}");
  }

  @Test
  void movesAndCopies() {
    assertThat(
            spec(
                patched(
                    json(
                        "{op: remove, path: /spec/containers}",
                        "{op: copy, from: /spec/replicas, path: /spec/again}",
                        "{op: move, from: /spec/list, path: /spec/items}"))))
        .isEqualTo("{\"replicas\":1,\"again\":1,\"items\":[\"a\",\"b\"]}");
  }

  @Test
  void mergesListsByTheirKeys() {
    Outcome<List<Manifest>> outcome =
        patched(
            "object: Deployment/hub, merge: {spec: {list: null, containers: [{name: hub, env:"
                + " [{name: B, value: y}]}]}}");

    assertThat(spec(outcome))
        .isEqualTo(
            "{\"replicas\":1,\"containers\":[{\"name\":\"hub\",\"image\":\"a\",\"env\":["
                + "{\"name\":\"A\",\"value\":\"x\"},{\"name\":\"B\",\"value\":\"y\"}]}]}");
  }

  @Test
  void aPatchedValueStandsAtThePatchAndRemembersWhatItReplaced() {
    Outcome<List<Manifest>> outcome =
        patched(
            json("{op: replace, path: /spec/replicas, value: 2}"),
            "object: Deployment/hub, merge: {spec: {containers: [{name: hub, image: b}]}}");

    assertThat(at(outcome, "spec.replicas").origin().place())
        .hasToString("config/communities/lab/hub.yaml:3:86");
    assertThat(at(outcome, "spec.replicas").origin().overrode()).hasSize(1);
    assertThat(at(outcome, "spec.containers[0].image").origin().place().line()).isEqualTo(4);
    assertThat(at(outcome, "spec.containers[0].image").origin().overrode()).hasSize(1);
  }

  @Test
  void laterPatchesSeeWhatEarlierOnesDid() {
    assertThat(
            told(
                json("{op: replace, path: /spec/replicas, value: 2}"),
                json(
                    "{op: test, path: /spec/replicas, value: 2}",
                    "{op: remove, path: /spec/replicas}")))
        .isEmpty();
  }

  @Test
  void anObjectThatIsNotThereIsReportedWithTheNearest() {
    List<Diagnostic> found = patched("object: Deployment/hubb, merge: {a: b}").diagnostics();

    assertThat(Given.told(found))
        .containsExactly(
            "patch/no-such-object: the hub \"lab\" has no object Deployment/hubb to patch");
    assertThat(Given.hint(found)).contains("did you mean \"Deployment/hub\"?");
  }

  @Test
  void aPatchThatChangesNothingIsReported() {
    assertThat(told("object: Deployment/hub, merge: {spec: {replicas: 1}}"))
        .containsExactly("patch/changes-nothing: the patch changes nothing in Deployment/hub");
    assertThat(told("object: Deployment/hub")).hasSize(1);
  }

  @Test
  void aPointerThatLeadsNowhereIsReported() {
    for (String operation :
        List.of(
            "{op: add, path: /spec/no/where, value: 1}",
            "{op: replace, path: /spec/no, value: 1}",
            "{op: remove, path: /spec/list/2}",
            "{op: add, path: /spec/list/3, value: 1}",
            "{op: add, path: /spec/list/01, value: 1}",
            "{op: add, path: /spec/replicas/x, value: 1}",
            "{op: add, path: spec, value: 1}",
            "{op: add, path: /spec/~2, value: 1}",
            "{op: add, path: '', value: {}}",
            "{op: test, path: /spec/no, value: 1}",
            "{op: move, from: /spec/no, path: /spec/a}",
            "{op: move, from: /spec, path: /spec/a}",
            "{op: copy, path: /spec/a}")) {
      assertThat(told(json(operation)))
          .as(operation)
          .singleElement()
          .asString()
          .startsWith("patch/bad-pointer");
    }
  }

  @Test
  void aFailedTestIsReported() {
    assertThat(told(json("{op: test, path: /spec/replicas, value: 3}")))
        .containsExactly("patch/test-failed: expected the number 3, found the number 1");
  }

  @Test
  void anOperationWithoutItsValueIsReported() {
    assertThat(told(json("{op: add, path: /spec/a}")))
        .containsExactly("patch/bad-operation: the operation add needs a value");
  }

  @Test
  void aPatchMayNotMakeAnotherObjectOfIt() {
    assertThat(told(json("{op: replace, path: /metadata/name, value: other}")))
        .containsExactly(
            "patch/changes-identity: the patch makes another object of Deployment/hub");
  }

  @Test
  void aBrokenPatchLeavesItsObjectAsItWas() {
    assertThat(
            at(
                    patched(
                        json(
                            "{op: replace, path: /spec/replicas, value: 9}",
                            "{op: remove, path: /no}")),
                    "spec.replicas")
                .scalar())
        .hasValueSatisfying(replicas -> assertThat(replicas.text()).isEqualTo("1"));
  }
}
