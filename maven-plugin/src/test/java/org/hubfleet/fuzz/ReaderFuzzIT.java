package org.hubfleet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.Dialect;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

class ReaderFuzzIT {
  @FuzzTest(maxDuration = "3m")
  void anyTextIsReadOrReported(FuzzedDataProvider data) {
    Dialect dialect = data.pickValue(Dialect.values());
    String text = data.consumeRemainingAsString();

    Outcome<Node> read = YamlReader.ofConfig().read("fuzz.yaml", text, Layer.HUB, dialect);

    assertThat(read.value().isPresent() || read.hasErrors()).isTrue();
    for (Diagnostic problem : read.diagnostics()) {
      assertThat(problem.message()).isNotBlank();
      assertThat(problem.place().file()).isEqualTo("fuzz.yaml");
    }
    if (!read.hasErrors()) {
      comesBack(read.value().orElseThrow());
    }
  }

  private static void comesBack(Node tree) {
    String text = YamlWriter.write(tree);
    Outcome<Node> again = YamlReader.ofOurs().read("written.yaml", text, Layer.HUB);
    assertThat(again.diagnostics()).isEmpty();
    assertThat(YamlWriter.write(again.value().orElseThrow())).isEqualTo(text);
    assertThat(JsonWriter.write(again.value().orElseThrow())).isEqualTo(JsonWriter.write(tree));
  }
}
