package org.hubfleet.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.Violation;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EditorSchemasTest {
  private static final EditorSchemas SCHEMAS = new EditorSchemas(Shelf.open());
  private static final SortedMap<String, String> FILES = SCHEMAS.files();

  @Test
  void everyKindOfFileHasOne() {
    assertThat(FILES.keySet())
        .containsExactly(
            "cluster.json", "community.json", "distribution.json", "fleet.json", "hub.json");
  }

  @Test
  void everySchemaFitsTheMetaschema() {
    Schema metaschema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(FILES.values())
        .allSatisfy(
            text -> assertThat(metaschema.validate(JsonMapper.shared().readTree(text))).isEmpty());
  }

  @Test
  void everyReferenceLeadsIntoTheFile() {
    assertThat(FILES.values())
        .allSatisfy(
            text -> {
              JsonNode document = JsonMapper.shared().readTree(text);
              assertThat(document.findValues("$ref"))
                  .allSatisfy(
                      reference ->
                          assertThat(document.at(reference.stringValue().substring(1)).isObject())
                              .isTrue());
            });
  }

  @Test
  void onlyWhatHelmSharesBetweenChartsIsOpen() {
    Set<String> open = new TreeSet<>();

    FILES.values().forEach(text -> open("", JsonMapper.shared().readTree(text), false, open));

    assertThat(open).containsExactly("global");
  }

  /** Collects the names of maps with known keys that accept others too. */
  private static void open(String name, JsonNode schema, boolean isMapOfNames, Set<String> found) {
    boolean isMap = !isMapOfNames && schema.has("type") && schema.path("properties").isObject();
    if (isMap && !schema.has("additionalProperties")) {
      found.add(name);
    }
    schema
        .properties()
        .forEach(
            child ->
                open(
                    child.getKey(),
                    child.getValue(),
                    !isMapOfNames && List.of("properties", "$defs").contains(child.getKey()),
                    found));
  }

  @ParameterizedTest
  @EnumSource(value = SourceFile.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "SECRET")
  void filesOfTheExampleFleetFit(SourceFile.Kind kind) {
    Shape shape = Shape.of(SCHEMAS.document(kind));
    List<SourceFile> files =
        new ConfigReader().read(Path.of("../config")).value().orElseThrow().of(kind);

    assertThat(files)
        .allSatisfy(file -> assertThat(shape.violations(file.tree().orElseThrow())).isEmpty());
  }

  /** An editor that marks what compiles teaches people not to look. */
  @Test
  void filesOfEveryCaseThatCompilesFit() throws IOException {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    for (SourceFile.Kind kind : List.of(SourceFile.Kind.HUB, SourceFile.Kind.CLUSTER)) {
      shapes.put(kind.name().toLowerCase(Locale.ROOT) + ".yaml", Shape.of(SCHEMAS.document(kind)));
    }
    SortedMap<String, List<Violation>> wrong = new TreeMap<>();
    int seen = 0;
    for (Path file : filesOfCases(shapes.keySet())) {
      if (Files.exists(file.resolveSibling("report.txt"))) {
        continue;
      }
      Shape shape = shapes.get(file.getFileName().toString());
      List<Violation> found = shape.violations(tree(Files.readString(file)));
      seen++;
      if (!found.isEmpty()) {
        wrong.put(file.toString(), found);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(100);
  }

  private static List<Path> filesOfCases(Set<String> names) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/shelf"))) {
      return all.filter(file -> names.contains(file.getFileName().toString()))
          .filter(file -> file.getParent().getParent().endsWith("cases"))
          .sorted()
          .toList();
    }
  }

  @Test
  void filledInTextsFitOnlyWhereTheyAreFilledIn() {
    Shape shape = Shape.of(SCHEMAS.document(SourceFile.Kind.HUB));
    String volumes = "[{name: \"data-{username}\", emptyDir: {}}]";

    assertThat(shape.violations(hub("{singleuser: {storage: {extraVolumes: " + volumes + "}}}")))
        .isEmpty();
    assertThat(shape.violations(hub("{hub: {extraVolumes: " + volumes + "}}"))).isNotEmpty();
  }

  @Test
  void wordWhoseCapitalsDoNotMatterFitsInAny() {
    Shape shape = Shape.of(SCHEMAS.document(SourceFile.Kind.HUB));

    assertThat(shape.violations(loudness("debug"))).isEmpty();
    assertThat(shape.violations(loudness("WARN"))).isEmpty();
    assertThat(shape.violations(loudness("loud"))).isNotEmpty();
  }

  private static Node loudness(String word) {
    return hub("{hub: {config: {ConfigurableHTTPProxy: {log_level: " + word + "}}}}");
  }

  @Test
  void misspeltUpstreamKeyIsRefused() {
    Shape shape = Shape.of(SCHEMAS.document(SourceFile.Kind.HUB));

    assertThat(shape.violations(hub("{singleuser: {profileList: [{display_nam: Small}]}}")))
        .extracting("property")
        .contains("display_nam");
  }

  @Test
  void misspeltTraitIsRefused() {
    Shape shape = Shape.of(SCHEMAS.document(SourceFile.Kind.HUB));

    assertThat(shape.violations(hub("{hub: {config: {GitHubOAuthenticator: {clientid: x}}}}")))
        .extracting("property")
        .contains("clientid");
  }

  private static Node hub(String jupyterhub) {
    return tree(
        "cluster: west\noverrides:\n- why: a test\n  values:\n    jupyterhub: "
            + jupyterhub
            + "\n");
  }

  private static Node tree(String text) {
    return YamlReader.ofConfig().read("hub.yaml", text, Layer.HUB).value().orElseThrow();
  }
}
