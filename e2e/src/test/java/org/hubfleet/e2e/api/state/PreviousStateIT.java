package org.hubfleet.e2e.api.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an earlier compiler made, then what this one makes, and back: no field that cannot change
 * changes, and what people keep stays.
 */
@Tag("api")
@ExtendWith(Suite.class)
class PreviousStateIT {
  private static final String CLUSTER = "west";
  private static final String HUB = "tidal-lab";
  private static final String ID = "earlier";

  private static Installed before(Suite.Shared suite) throws IOException {
    return installed(
        new GeneratedObjects(suite.root().resolve("e2e/src/test/resources/api/before")));
  }

  private static Installed installed(GeneratedObjects output) throws IOException {
    return Installed.as(ID, HUB, output.platform(CLUSTER, HUB), output.hub(CLUSTER, HUB));
  }

  @AfterAll
  static void remove(Suite.Shared suite) throws IOException {
    installed(suite.fleet()).remove(suite.api());
  }

  @Test
  void theWayThereAndBackIsOpen(Suite.Shared suite) throws IOException {
    Installed before = before(suite);
    Installed now = installed(suite.fleet());
    Api api = suite.api();

    assertThat(before.refusals(api)).as("before").isEmpty();
    fill(api, before);
    String claim = identity(api, before, "PersistentVolumeClaim", "hub-db-dir");
    assertThat(now.refusals(api)).as("now").isEmpty();
    assertThat(identity(api, before, "PersistentVolumeClaim", "hub-db-dir")).isEqualTo(claim);
    assertThat(token(api, before)).isEqualTo("a2VwdA==");
    assertThat(before.refusals(api)).as("back").isEmpty();
    assertThat(now.refusals(api)).as("and forth").isEmpty();
    assertThat(identity(api, before, "PersistentVolumeClaim", "hub-db-dir")).isEqualTo(claim);
  }

  @Test
  void aSelectorThatChangesIsRefused(Suite.Shared suite) throws IOException {
    Installed now = installed(suite.fleet());
    assertThat(now.refusals(suite.api())).isEmpty();
    Node changed = Changed.selector(now.object("Deployment", "hub"));

    assertThat(suite.api().apply(changed, false).message())
        .contains("spec.selector")
        .contains("field is immutable");
  }

  /** What the token-making Job does, short. */
  private static void fill(Api api, Installed hub) {
    String path = "/api/v1/namespaces/" + hub.id() + "/secrets/hub";
    Api.Answer answer =
        api.merge(path, "{\"data\": {\"hub.config.JupyterHub.cookie_secret\": \"a2VwdA==\"}}");
    assertThat(answer.message()).isEmpty();
  }

  private static String token(Api api, Installed hub) {
    return api.get(hub.object("Secret", "hub"))
        .tree()
        .get("data")
        .flatMap(data -> data.get("hub.config.JupyterHub.cookie_secret"))
        .flatMap(Node::string)
        .orElse("gone");
  }

  private static String identity(Api api, Installed hub, String kind, String name) {
    return Installed.text(api.get(hub.object(kind, name)).tree(), "metadata.uid");
  }
}
