package org.hubfleet.e2e.api.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hubfleet.e2e.Suite;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Our schemas of Kubernetes' own kinds say what the server publishes of them; what differs on
 * purpose is listed.
 */
@Tag("api")
@ExtendWith(Suite.class)
class PublishedSchemasIT {
  @Test
  void ourSchemasHaveNotDriftedFromTheServers(Suite.Shared suite) throws IOException {
    List<Pattern> onPurpose = new ArrayList<>();
    for (JsonNode entry :
        Bench.json(
                Files.readString(
                    suite.root().resolve("e2e/src/test/resources/api/agreement/drift.yaml")))
            .path("onPurpose")) {
      if (minor(entry.path("from").stringValue("1.0")) <= minor(suite.minor())) {
        onPurpose.add(Pattern.compile(entry.path("difference").stringValue()));
      }
    }
    Set<String> drift = drift(suite);

    assertThat(onPurpose)
        .allMatch(reason -> drift.stream().anyMatch(line -> reason.matcher(line).find()));
    drift.removeIf(line -> onPurpose.stream().anyMatch(reason -> reason.matcher(line).find()));
    assertThat(drift).isEmpty();
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  @Test
  void anotherVersionOfAKindIsFoundToDiffer(Suite.Shared suite) {
    assertThat(between(suite, "apps/v1", "StatefulSet", "Deployment"))
        .contains(
            "V1StatefulSetSpec.progressDeadlineSeconds: the server has this field",
            "V1StatefulSetSpec.serviceName: the server has no such field");
    assertThat(between(suite, "v1", "ConfigMap", "Secret"))
        .contains("V1ConfigMap.data.*: the server's format is byte, and ours says no such thing");
  }

  private static Set<String> between(
      Suite.Shared suite, String apiVersion, String ours, String server) {
    KubernetesBundle bundle = KubernetesBundle.of(Shelf.open(), suite.minor());
    String definition = bundle.definitionOf(apiVersion, ours).orElseThrow();
    JsonNode document = bundle.shape(definition).document();
    return Drift.of(
        Facets.of(document, document.path("$defs")),
        new ServerSchemas(suite.api()).kind(apiVersion, server).orElseThrow());
  }

  private static Set<String> drift(Suite.Shared suite) {
    KubernetesBundle bundle = KubernetesBundle.of(Shelf.open(), suite.minor());
    ServerSchemas server = new ServerSchemas(suite.api());
    Set<String> found = new TreeSet<>();
    int compared = 0;
    for (String kind : bundle.kinds()) {
      int slash = kind.lastIndexOf('/');
      String definition =
          bundle.definitionOf(kind.substring(0, slash), kind.substring(slash + 1)).orElseThrow();
      if (!definition.contains(".")) {
        JsonNode document = bundle.shape(definition).document();
        Facets ours = Facets.of(document, document.path("$defs"));
        found.addAll(
            Drift.of(
                ours,
                server.kind(kind.substring(0, slash), kind.substring(slash + 1)).orElseThrow()));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(35);
    return found;
  }
}
