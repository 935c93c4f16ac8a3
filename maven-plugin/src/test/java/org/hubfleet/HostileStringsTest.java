package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.NastyTrees;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that means something to YAML or to a template arrives in the objects as it was written. */
class HostileStringsTest {
  private static final Compiler COMPILER = new Compiler();
  private static final String HUB =
      """
      cluster: west
      title: TEXT
      overrides:
      - why: to try it
        values:
          jupyterhub:
            custom: {key: TEXT, list: [TEXT], "a\\"b": {TEXT: TEXT}}
            hub:
              annotations: {example.org/note: TEXT}
              extraEnv: {NOTE: TEXT}
              extraConfig: {note: TEXT}
              extraFiles: {note: {mountPath: /srv/note, stringData: TEXT}}
            proxy:
              annotations: {example.org/note: TEXT}
              chp: {extraEnv: {NOTE: TEXT}}
            singleuser:
              extraAnnotations: {example.org/note: FILLED}
              extraEnv: {NOTE: FILLED}
              profileList: [{display_name: Small, description: TEXT}]
      """;

  @TempDir Path home;

  static List<String> strings() {
    return NastyTrees.STRINGS.stream().filter(text -> text.length() < 900).toList();
  }

  @ParameterizedTest
  @MethodSource("strings")
  void arrivesByteForByte(String text) throws IOException {
    SmallFleet fleet =
        new SmallFleet(home)
            .with(
                SmallFleet.HUB,
                HUB.replace("TEXT", JsonWriter.quoted(text))
                    .replace("FILLED", JsonWriter.quoted(withBracesTwice(text))));

    Outcome<Compilation> outcome = fleet.compile(COMPILER);

    assertThat(outcome.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    Map<String, String> files = outcome.value().orElseThrow().output().files();
    for (String component : List.of("hub", "proxy")) {
      String file = files.get("west/hubs/lab/" + component + ".yaml");
      assertThat(at(file, "Deployment", "spec.template.metadata.annotations.\"example.org/note\""))
          .as(component)
          .contains(text);
      assertThat(strings(objects(file)).stream().filter(text::equals).count())
          .as(component)
          .isGreaterThanOrEqualTo(2);
    }
  }

  /** KubeSpawner fills in fields of some texts; a brace that stays is written twice. */
  private static String withBracesTwice(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  private static Optional<String> at(String file, String kind, String path) {
    String key = path.substring(path.indexOf('"') + 1, path.length() - 1);
    return objects(file).stream()
        .filter(object -> object.get("kind").flatMap(Node::string).equals(Optional.of(kind)))
        .findFirst()
        .flatMap(object -> object.at(path.substring(0, path.indexOf(".\""))))
        .flatMap(map -> map.get(key))
        .flatMap(Node::string);
  }

  private static List<Node> objects(String file) {
    List<Node> objects = new ArrayList<>();
    for (String document : file.split("(?m)^---$\\n?")) {
      objects.add(
          YamlReader.ofOurs().read("hub.yaml", document, Layer.COMPILER).value().orElseThrow());
    }
    return objects;
  }

  private static List<String> strings(List<? extends Node> nodes) {
    List<String> found = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Mapping mapping) {
        found.addAll(
            strings(mapping.entries().values().stream().map(Mapping.Entry::value).toList()));
      } else if (node instanceof Sequence sequence) {
        found.addAll(strings(sequence.items()));
      } else if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
        found.add(scalar.text());
      }
    }
    return found;
  }
}
