package org.hubfleet.e2e.api.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.hubfleet.e2e.Suite;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hub that Helm installed becomes one of ours in place: nothing is refused or made anew, what
 * people keep stays. Where Flux takes over Helm's fields ({@code --override-manager=helm} of
 * kustomize-controller), nothing of the chart is left beside ours.
 */
@Tag("api")
@ExtendWith(Suite.class)
class AdoptionIT {
  private static final String CLUSTER = "west";
  private static final String HUB = "tidal-lab";

  private static Adopted install(Suite.Shared suite, String name) throws IOException {
    String text =
        Files.readString(suite.root().resolve("e2e/src/test/resources/api/adoption/installed.yaml"))
            .replace("RELEASE", name);
    List<Node> chart = new ArrayList<>();
    for (String document : text.split("(?m)^---$")) {
      chart.add(YamlReader.ofOurs().read("chart", document, Layer.COMPILER).value().orElseThrow());
    }
    Installed ours =
        Installed.as(
            name, HUB, suite.fleet().platform(CLUSTER, HUB), suite.fleet().hub(CLUSTER, HUB));
    return Adopted.install(suite.api(), chart, ours);
  }

  @Test
  void aReleaseOfHelmIsTakenOverWhole(Suite.Shared suite) throws IOException {
    Adopted hub = install(suite, "adopted");
    hub.handOver();

    assertThat(hub.apply()).isEmpty();
    assertThat(hub.identities()).isEqualTo(hub.before());
    assertThat(hub.secret()).contains("Y29va2ll", "cHJveHk=", "Y3J5cHQ=");
    assertThat(hub.parts("hub")).isEqualTo(hub.ownParts("hub"));
    assertThat(hub.parts("proxy")).isEqualTo(hub.ownParts("proxy"));
    hub.ours().remove(suite.api());
  }

  @Test
  void withoutTheHandOverPartsOfTheChartStay(Suite.Shared suite) throws IOException {
    Adopted hub = install(suite, "doubled");

    assertThat(hub.apply()).isEmpty();
    assertThat(hub.identities()).isEqualTo(hub.before());
    assertThat(hub.parts("hub"))
        .contains("volume pvc", "variable OLD_ONE")
        .containsAll(hub.ownParts("hub"));
    hub.ours().remove(suite.api());
  }
}
