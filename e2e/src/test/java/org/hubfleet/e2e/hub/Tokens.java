package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.source.Node;

/** The tokens that the Job draws, and the Job run once more. */
final class Tokens {
  private static final Duration JOB = Duration.ofSeconds(60);
  private static final String JOBS = "/apis/batch/v1";

  private final LiveHub hub;

  Tokens(LiveHub hub) {
    this.hub = hub;
  }

  /** The Job has ended well, as its own account, and every token is there. */
  Map<String, String> drawn() {
    awaitJob(jobName());
    assertThat(hub.nodes().pods(hub.namespace(), "tokens"))
        .allSatisfy(
            run -> assertThat(run.pod().getSpec().getServiceAccountName()).isEqualTo("hub-tokens"));
    Map<String, String> all = held();
    assertThat(all).isNotEmpty().allSatisfy((key, token) -> assertThat(token).hasSize(64));
    return all;
  }

  /** Runs the very same Job again and finds the very same tokens. */
  void drawnOnce() {
    Map<String, String> before = drawn();
    JsonObject again = Json.of(emittedJob()).getAsJsonObject();
    String name = jobName() + "-again";
    again.getAsJsonObject("metadata").addProperty("name", name);
    hub.objects().create(JOBS, "jobs", again.toString());
    awaitJob(name);
    assertThat(held()).isEqualTo(before);
  }

  private Map<String, String> held() {
    Map<String, String> texts = new TreeMap<>();
    JsonElement secret = Json.of(hub.objects().get("/api/v1", "secrets", "hub"));
    Json.map(secret, "data")
        .forEach(
            (key, text) ->
                texts.put(
                    key,
                    new String(
                        Base64.getDecoder().decode(text.getAsString()), StandardCharsets.UTF_8)));
    return texts;
  }

  private void awaitJob(String name) {
    Patience.until(
        "Job " + name,
        JOB,
        () -> {
          JsonElement job = Json.of(hub.objects().get(JOBS, "jobs", name));
          return Json.text(job, "status.succeeded").equals("1")
              ? Optional.of(true)
              : Optional.empty();
        },
        hub::lastWords);
  }

  private Node emittedJob() {
    return hub.compiled().objects().stream()
        .filter(o -> o.get("kind").flatMap(Node::string).filter("Job"::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private String jobName() {
    return emittedJob().at("metadata.name").flatMap(Node::string).orElseThrow();
  }
}
