package org.hubfleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.hubfleet.schema.Shape;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
  private final JsonNode root =
      JsonMapper.shared()
          .readTree(new SarifReport().print(Given.report(Given.ERROR, Given.WARNING)));

  @Test
  void documentFitsTheStandard() throws IOException {
    try (InputStream schema = SarifReportTest.class.getResourceAsStream("sarif.json")) {
      Shape shape = Shape.of(JsonMapper.shared().readTree(schema));

      assertThat(shape.violations(root)).isEmpty();
    }
  }

  @Test
  void resultsPointAtTheirRules() {
    JsonNode run = root.get("runs").get(0);

    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void filesAreUriReferences() {
    String uri = artifact(0).get("uri").stringValue();

    assertThat(URI.create(uri).getPath()).isEqualTo("config/communities/lab/hub, 100%.yaml");
    assertThat(URI.create(uri).isAbsolute()).isFalse();
  }

  @Test
  void wholeFileHasNoRegion() {
    JsonNode location = root.at("/runs/0/results/1/locations/0/physicalLocation");

    assertThat(location.has("region")).isFalse();
  }

  @Test
  void columnsAreCodePoints() {
    assertThat(root.at("/runs/0/columnKind").stringValue()).isEqualTo("unicodeCodePoints");
    assertThat(root.at("/runs/0/results/0/locations/0/physicalLocation/region/startColumn"))
        .hasToString("7");
  }

  private JsonNode artifact(int result) {
    return root.at("/runs/0/results/" + result + "/locations/0/physicalLocation/artifactLocation");
  }
}
