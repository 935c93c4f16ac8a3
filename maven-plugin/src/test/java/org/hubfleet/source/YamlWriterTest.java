package org.hubfleet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlWriterTest {
  private static final Origin HERE = Origin.at(Place.ofFile("test"), Layer.HUB);
  private static final int TREES = 1000;
  private static final int DEPTH = 5;

  @TempDir Path scratch;

  static List<String> strings() {
    return NastyTrees.STRINGS;
  }

  @ParameterizedTest
  @MethodSource("strings")
  void everyStringComesBackAsItself(String text) {
    Mapping tree =
        Mapping.builder(HERE)
            .put("value", text)
            .put("list", Sequence.of(List.of(Scalar.string(text, HERE)), HERE))
            .build();

    assertThat(plain(ours(YamlWriter.write(tree)))).isEqualTo(plain(tree));
    assertThat(plain(ours(YamlWriter.write(Scalar.string(text, HERE))))).isEqualTo(text);
  }

  @Test
  void everyTreeComesBackFromOurReader() {
    NastyTrees trees = new NastyTrees(1);

    for (Mapping tree : next(trees)) {
      String text = YamlWriter.write(tree);
      assertThat(plain(ours(text))).as(text).isEqualTo(plain(tree));
    }
  }

  @Test
  void everyTreeComesBackFromTheLibrary() {
    NastyTrees trees = new NastyTrees(2);
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();

    for (Mapping tree : next(trees)) {
      String text = YamlWriter.write(tree);
      assertThat(numbers(new Load(settings).loadFromString(text))).as(text).isEqualTo(plain(tree));
    }
  }

  @Test
  void everyTreeIsWrittenTheSameAgain() {
    for (Mapping tree : next(new NastyTrees(3))) {
      String text = YamlWriter.write(tree);
      assertThat(YamlWriter.write(ours(text))).isEqualTo(text);
    }
  }

  @Test
  void everyTreeIsReadAsJsonToo() {
    for (Mapping tree : next(new NastyTrees(4))) {
      assertThat(plain(ours(JsonWriter.write(tree)))).isEqualTo(plain(tree));
    }
  }

  /** PyYAML reads YAML 1.1: needs {@code -Dhubs.python=<interpreter that has yaml>}. */
  @Test
  void everyTreeComesBackFromPyYaml() throws Exception {
    String python = System.getProperty("hubs.python", "");
    assumeThat(python).as("-Dhubs.python").isNotEmpty();
    int number = 0;
    for (Mapping tree : next(new NastyTrees(5))) {
      Files.writeString(scratch.resolve(number + ".yaml"), YamlWriter.write(tree));
      Files.writeString(scratch.resolve(number + ".json"), JsonWriter.write(tree));
      number++;
    }
    Path script = scratch.resolve("compare.py");
    Files.writeString(
        script,
        """
        import json, sys, yaml
        for i in range(int(sys.argv[2])):
            name = sys.argv[1] + "/" + str(i)
            with open(name + ".yaml", encoding="utf-8", newline="") as f:
                read = yaml.load(f, yaml.SafeLoader)
            with open(name + ".json", encoding="utf-8") as f:
                wanted = json.load(f)
            if repr(read) != repr(wanted):
                sys.exit(name + "\\n" + repr(read) + "\\n" + repr(wanted))
        """);

    Process process =
        new ProcessBuilder(python, script.toString(), scratch.toString(), Integer.toString(number))
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes())).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static List<Mapping> next(NastyTrees trees) {
    return Stream.generate(() -> trees.map(DEPTH)).limit(TREES).toList();
  }

  private static Node ours(String text) {
    Outcome<Node> read = YamlReader.ofOurs().read("test", text, Layer.HUB);
    assertThat(read.diagnostics()).as(text).isEmpty();
    return read.value().orElseThrow();
  }

  /** The tree as Java's collections. */
  private static Object plain(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Object> plain = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> plain.put(key, plain(entry.value())));
      return plain;
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream().map(YamlWriterTest::plain).toList();
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.kind()) {
      case STRING -> scalar.text();
      case INTEGER, DECIMAL -> scalar.number().stripTrailingZeros();
      case BOOLEAN -> scalar.isTrue();
      case NULL -> "(null)";
    };
  }

  private static Object numbers(Object read) {
    if (read instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((key, value) -> plain.put(key, numbers(value)));
      return plain;
    }
    if (read instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      list.forEach(item -> plain.add(numbers(item)));
      return plain;
    }
    if (read instanceof Number) {
      return new BigDecimal(read.toString()).stripTrailingZeros();
    }
    return read == null ? "(null)" : read;
  }
}
