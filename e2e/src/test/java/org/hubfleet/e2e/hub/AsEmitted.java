package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hubfleet.e2e.node.PodRun;

/** Holds the running hub against the Deployment, ConfigMap and Secrets that were emitted for it. */
final class AsEmitted {
  private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";

  private final LiveHub hub;
  private final PodRun pod;
  private final JsonElement spec;
  private final JsonElement container;

  private AsEmitted(LiveHub hub) {
    this.hub = hub;
    this.pod = hub.pod("hub");
    this.spec =
        Json.at(Json.of(hub.compiled().object("Deployment", "hub")), "spec.template.spec")
            .orElseThrow();
    this.container = Json.at(spec, "containers.0").orElseThrow();
  }

  static void check(LiveHub hub) {
    AsEmitted check = new AsEmitted(hub);
    check.files();
    check.variables();
    check.identity();
    check.account();
  }

  /** Every mount of the ConfigMap and of the Secret holds the very bytes of the object. */
  private void files() {
    int compared = 0;
    for (JsonElement mount : Json.list(container, "volumeMounts")) {
      for (Map.Entry<String, byte[]> file : contents(Json.text(mount, "name")).entrySet()) {
        String sub = Json.text(mount, "subPath");
        String path = Json.text(mount, "mountPath");
        if (sub.isEmpty() || sub.equals(file.getKey())) {
          String full = sub.isEmpty() ? path + "/" + file.getKey() : path;
          String read = pod.run("base64", "-w0", full);
          assertThat(Base64.getDecoder().decode(read)).as(full).isEqualTo(file.getValue());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5);
  }

  /** The files that a volume of the Deployment takes from one object, by name. */
  private Map<String, byte[]> contents(String volume) {
    Map<String, byte[]> files = new TreeMap<>();
    for (JsonElement found : Json.list(spec, "volumes")) {
      if (!Json.text(found, "name").equals(volume)) {
        continue;
      }
      String map = Json.text(found, "configMap.name");
      if (!map.isEmpty()) {
        JsonElement object = Json.of(hub.compiled().object("ConfigMap", map));
        Json.map(object, "data")
            .forEach(
                (key, text) -> files.put(key, text.getAsString().getBytes(StandardCharsets.UTF_8)));
      }
      String secret = Json.text(found, "secret.secretName");
      if (!secret.isEmpty()) {
        JsonElement object = Json.of(hub.objects().get("/api/v1", "secrets", secret));
        Json.map(object, "data")
            .forEach((key, text) -> files.put(key, Base64.getDecoder().decode(text.getAsString())));
      }
    }
    return files;
  }

  private void variables() {
    Map<String, String> found =
        Arrays.stream(pod.run("cat", "/proc/1/environ").split("\0"))
            .filter(line -> line.contains("="))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')),
                    line -> line.substring(line.indexOf('=') + 1),
                    (first, second) -> second));
    for (JsonElement variable : Json.list(container, "env")) {
      String name = Json.text(variable, "name");
      assertThat(found).containsKey(name);
      Json.at(variable, "value")
          .ifPresent(value -> assertThat(found).containsEntry(name, value.getAsString()));
    }
    assertThat(found).containsEntry("POD_NAMESPACE", hub.namespace());
    assertThat(found).containsKeys("HUB_SERVICE_HOST", "PROXY_API_SERVICE_PORT");
  }

  /** User, groups and capabilities as the security context says. */
  private void identity() {
    String status = pod.run("cat", "/proc/1/status");
    String user = Json.text(container, "securityContext.runAsUser");
    assertThat(status).containsPattern("Uid:\\s+" + user + "\\s");
    assertThat(status).containsPattern("CapBnd:\\s+0+\n").containsPattern("NoNewPrivs:\\s+1\n");
    String group = Json.text(spec, "securityContext.fsGroup");
    assertThat(status).containsPattern("Groups:\\s.*\\b" + group + "\\b");
  }

  /** The token is one of the hub's own account, bound to this pod. */
  private void account() {
    String token = pod.run("cat", ACCOUNT + "token");
    String claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    JsonElement says = JsonParser.parseString(claims);
    assertThat(Json.text(says, "sub"))
        .isEqualTo("system:serviceaccount:" + hub.namespace() + ":hub");
    assertThat(claims).contains("\"name\":\"" + pod.pod().getMetadata().getName() + "\"");
    assertThat(pod.run("cat", ACCOUNT + "namespace")).isEqualTo(hub.namespace());
  }
}
