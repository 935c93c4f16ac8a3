package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hubfleet.e2e.node.Images;
import org.hubfleet.e2e.node.NodePlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub that says nothing but its cluster. */
@Tag("hub")
@ExtendWith(HubSuite.class)
class DefaultHubIT {
  @Test
  void bootsAndServesAPerson(HubSuite.Shared suite) throws IOException {
    Path work = suite.suite().work("makerspace");
    Amended amended =
        Amended.copy(
                suite.suite().root().resolve("config"), "makerspace/hub", work.resolve("config"))
            .with("namespace", "makerspace-live")
            .with("release", "makerspace-live");
    CompiledCase compiled =
        CompiledCase.of(amended.folder(), "makerspace", work.resolve("generated"));
    suite
        .nodes()
        .addNodes(NodePlan.of(compiled.hub().cluster().name(), compiled.hub().cluster().tree()));
    suite.nodes().serve(compiled.namespace(), new Images(suite.suite().tools(), "hub"));
    try (LiveHub hub =
        new LiveHub(suite.suite().api(), suite.nodes(), compiled)
            .applyPlatform()
            .applyObjects()
            .awaitReady()) {
      suite.suite().results().hub("hub", "makerspace", "booted", "yes");
      Person ada = new Person(hub, "ada");
      Page home = ada.logIn("whatever");
      assertThat(home.url().encodedPath()).isEqualTo("/hub/spawn-pending/ada");
      suite.suite().results().hub("hub", "makerspace", "login", "yes");
      Page lab = ada.awaitServer("");
      assertThat(lab.url().encodedPath()).isEqualTo("/user/ada/lab");
      suite.suite().results().hub("hub", "makerspace", "spawned", "yes");
      try (Kernel kernel = Kernel.start(ada, "/user/ada/")) {
        assertThat(kernel.run("print(6 * 7)")).isEqualTo("42\n");
      }
      suite.suite().results().hub("hub", "makerspace", "kernel", "yes");
      ada.stopServer();
    }
  }
}
