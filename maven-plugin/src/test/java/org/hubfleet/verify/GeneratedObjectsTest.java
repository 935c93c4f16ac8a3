package org.hubfleet.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document of the example fleet's {@code generated/}, those for kustomize among them, fits
 * the strict schema of its kind in every minor.
 */
class GeneratedObjectsTest {
  private static final Path GENERATED = Path.of("../generated");

  @TestFactory
  Stream<DynamicTest> everyDocumentFitsItsKind() {
    Shelf shelf = Shelf.open();
    return KubernetesBundle.minors(shelf).stream()
        .map(
            minor ->
                DynamicTest.dynamicTest(minor, () -> check(KubernetesBundle.of(shelf, minor))));
  }

  private static void check(KubernetesBundle bundle) throws IOException {
    List<Node> documents = documents();

    assertThat(documents).hasSizeGreaterThan(60);
    assertThat(documents).anyMatch(node -> text(node, "kind").equals("Kustomization"));
    for (Node document : documents) {
      Optional<String> definition =
          bundle.definitionOf(text(document, "apiVersion"), text(document, "kind"));
      assertThat(definition).as("%s", document).isPresent();
      assertThat(bundle.shape(definition.get()).violations(document)).as("%s", document).isEmpty();
    }
  }

  private static String text(Node node, String key) {
    return node.get(key).flatMap(Node::string).orElse("");
  }

  private static List<Node> documents() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(GENERATED)) {
      files = all.filter(GeneratedObjectsTest::holdsObjects).sorted().toList();
    }
    return files.stream()
        .flatMap(file -> Stream.of(read(file).split("(?m)^---$")))
        .map(text -> YamlReader.ofOurs().read("generated", text, Layer.COMPILER))
        .map(outcome -> outcome.value().orElseThrow())
        .toList();
  }

  private static boolean holdsObjects(Path file) {
    String name = file.getFileName().toString();
    boolean forPeople = file.getParent().endsWith("provision");
    return name.endsWith(".yaml")
        && !name.equals("continuity.yaml")
        && !name.startsWith(".")
        && !forPeople;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
