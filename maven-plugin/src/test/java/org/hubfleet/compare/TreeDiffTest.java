package org.hubfleet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeDiffTest {
  static Node tree(String text) {
    return YamlReader.ofOurs().read("new.yaml", text, Layer.HUB).value().orElseThrow();
  }

  private static List<String> paths(String before, String after) {
    return TreeDiff.between(tree(before), tree(after)).stream()
        .map(change -> change.path().text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, b: 2} | {b: 2, a: 1}",
        "{a: \"x\"} | {a: x}",
        "{a: null} | {}",
        "{accessModes: [ReadOnlyMany, ReadWriteOnce]} | {accessModes: [ReadWriteOnce, ReadOnlyMany]}",
        "{env: [{name: A, value: x}, {name: B, value: y}]} | {env: [{name: B, value: y}, {name: A, value: x}]}",
        "{ports: [{port: 80}, {port: 81}]} | {ports: [{port: 81}, {port: 80}]}",
        "{rules: [{verbs: [get, list]}, {verbs: [patch]}]} | {rules: [{verbs: [patch]}, {verbs: [list, get]}]}",
        "{requests: {cpu: 1, memory: 1Gi}} | {requests: {cpu: \"1\", memory: 1024Mi}}",
        "{requests: {storage: 1Gi}} | {requests: {storage: \"1073741824\"}}",
        "{text: '{\"a\": 1}'} | {text: '{ \"a\":1 }'}",
      })
  void whatMeansTheSameIsNoChange(String before, String after) {
    assertThat(paths(before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: {b: 1}} | {a: {b: 2}} | a.b",
        "{a: {b: 1}} | {a: {}} | a.b",
        "{a: 1} | {a: \"1\"} | a",
        "{annotations: {x.io/y: on-}} | {annotations: {x.io/y: of-}} | annotations[\"x.io/y\"]",
        "{args: [a, b]} | {args: [b, a]} | args[0]",
        "{containers: [{name: hub, image: a}]} | {containers: [{name: hub, image: b}]} | containers[hub].image",
        "{containers: [{name: hub}]} | {containers: [{name: hub}, {name: x}]} | containers[x]",
        "{initContainers: [{name: a}, {name: b}]} | {initContainers: [{name: b}, {name: a}]} | initContainers",
        "{requests: {memory: 1G}} | {requests: {memory: 1Gi}} | requests.memory",
        "{memory: 1024Mi} | {memory: 1Gi} | memory",
        "{finalizers: [a, b]} | {finalizers: [b]} | finalizers[]",
        "{text: '{\"a\": {\"b\": 1}}'} | {text: '{\"a\": {\"b\": 2}}'} | text.a.b",
        "{text: '{\"a\": 1, \"b\": 2}'} | {text: '{\"b\": 2, \"a\": 1}'} | text",
        "{text: '{\"a\": 1}'} | {text: 'no json'} | text",
        "{env: [{name: A}, {name: A}]} | {env: [{name: A}]} | env[1]",
      })
  void whatMeansSomethingElseIsNamed(String before, String after, String path) {
    assertThat(paths(before, after)).startsWith(path);
  }

  @Test
  void changedFieldHasBothValuesAndItsNewPlace() {
    FieldChange change = TreeDiff.between(tree("a: {b: 1}\n"), tree("a:\n  b: 2\n")).get(0);

    assertThat(change.before().flatMap(Node::scalar).orElseThrow().text()).isEqualTo("1");
    assertThat(change.after().flatMap(Node::scalar).orElseThrow().text()).isEqualTo("2");
    assertThat(change.origin().place()).isEqualTo(new Place("new.yaml", 2, 6));
  }

  @Test
  void goneFieldHasThePlaceItStoodIn() {
    FieldChange change = TreeDiff.between(tree("a: {b: 1, c: 1}"), tree("x: 1\na:\n  c: 1")).get(1);

    assertThat(change.path().text()).isEqualTo("a.b");
    assertThat(change.after()).isEmpty();
    assertThat(change.origin().place().line()).isEqualTo(3);
  }

  @Test
  void valuesInsideATextHaveTheOriginsOfWhatItWasWrittenFrom() {
    Node source = tree("x: 0\nlimit: 2\n");
    String text = JsonWriter.write(source);
    Texts texts = asked -> asked.equals(text) ? Optional.of(source) : Optional.empty();

    List<FieldChange> changes =
        TreeDiff.between(
            tree("data: '{\"x\": 0, \"limit\": 1}'"),
            tree("data: " + JsonWriter.quoted(text)),
            texts);

    assertThat(changes).extracting(c -> c.path().text()).containsExactly("data.limit");
    assertThat(changes.get(0).origin().place()).isEqualTo(new Place("new.yaml", 2, 8));
  }
}
