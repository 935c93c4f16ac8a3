package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hubs that were broken by hand. The API server accepts every object of them; only a hub that runs
 * shows what is wrong, and says so.
 */
final class BrokenHubs {
  private static final Duration SOON = Duration.ofSeconds(90);

  private BrokenHubs() {}

  /** The hub is ready and people log in, but no server ever starts. */
  static void mayNotMakePods(Stage stage) throws IOException {
    Consumer<JsonObject> damage =
        role -> {
          JsonArray rules = role.getAsJsonArray("rules");
          JsonObject pods = rules.get(0).getAsJsonObject();
          JsonObject claims = pods.deepCopy();
          claims.getAsJsonArray("resources").remove(new JsonPrimitive("pods"));
          pods.getAsJsonArray("resources").remove(new JsonPrimitive("persistentvolumeclaims"));
          pods.getAsJsonArray("verbs").remove(new JsonPrimitive("create"));
          rules.add(claims);
        };
    try (LiveHub hub = makerspace(stage, "podless", "Role", "hub", damage).awaitReady()) {
      Person ada = new Person(hub, "ada").in(Login.password("anything"));
      Page failed = ada.awaitRefusal();
      assertThat(failed.code()).as(failed.toString()).isEqualTo(500);
      says(hub, "pods is forbidden");
      assertThat(hub.objects().podOf("ada")).isEmpty();
      noticed(stage, "a hub that may not create pods starts no server");
    }
  }

  /** A trait of the wrong type ends the hub at its start. */
  static void traitOfTheWrongType(Stage stage) throws IOException {
    Consumer<JsonObject> damage =
        map -> {
          JsonObject data = map.getAsJsonObject("data");
          JsonObject traits =
              JsonParser.parseString(data.get("traits.json").getAsString()).getAsJsonObject();
          traits.getAsJsonObject("JupyterHub").addProperty("active_server_limit", "many");
          data.addProperty("traits.json", traits.toString());
        };
    try (LiveHub hub = makerspace(stage, "mistyped", "ConfigMap", "hub", damage)) {
      says(hub, "The 'active_server_limit' trait of a JupyterHub instance expected an int");
      noticed(stage, "a trait of the wrong type keeps the hub from starting");
    }
  }

  /** A proxy with a token of its own does not listen to the hub. */
  static void proxyWithAnotherToken(Stage stage) throws IOException {
    Consumer<JsonObject> damage =
        deployment -> {
          JsonObject variable =
              Json.at(deployment, "spec.template.spec.containers.0.env.0")
                  .orElseThrow()
                  .getAsJsonObject();
          variable.remove("valueFrom");
          variable.addProperty("value", "its-own");
        };
    try (LiveHub hub = makerspace(stage, "tokenless", "Deployment", "proxy", damage)) {
      says(hub, "api_request to proxy failed: HTTP 403: Forbidden");
      noticed(stage, "a hub and a proxy with different tokens do not come together");
    }
  }

  /** A Service that finds no proxy leaves the hub alone. */
  static void serviceThatFindsNoProxy(Stage stage) throws IOException {
    Consumer<JsonObject> damage =
        service ->
            service
                .getAsJsonObject("spec")
                .getAsJsonObject("selector")
                .addProperty("component", "nobody");
    try (LiveHub hub = makerspace(stage, "lost", "Service", "proxy-api", damage)) {
      says(hub, "ConnectionRefusedError");
      noticed(stage, "a Service with the wrong selector keeps the hub from its proxy");
    }
  }

  private static LiveHub makerspace(
      Stage stage, String suffix, String kind, String name, Consumer<JsonObject> damage)
      throws IOException {
    return stage
        .prepare("makerspace", stage.examples(), "makerspace/hub", suffix)
        .breaking(compiled -> compiled.broken(kind, name, damage))
        .apply();
  }

  /** The log of the hub holds a text sooner or later. */
  private static void says(LiveHub hub, String text) {
    Patience.until(
        "the hub to say: " + text,
        SOON,
        () -> hub.log("hub").contains(text) ? Optional.of(true) : Optional.empty(),
        hub::lastWords);
  }

  private static void noticed(Stage stage, String what) {
    stage.suite().results().figure(Stage.RUNG, what, "noticed");
  }
}
