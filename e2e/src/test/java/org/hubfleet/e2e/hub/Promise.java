package org.hubfleet.e2e.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a hub has promised about the server of somebody, held field by field against the pod that
 * was asked of the API server.
 */
final class Promise {
  /** What a promise may speak of without a field of the pod. */
  private static final Set<String> NOT_IN_PODS =
      Set.of("start_timeout", "http_timeout", "slow_spawn_timeout", "storage_capacity");

  private static final Set<String> SPOKEN_OF =
      Set.of(
          "cmd",
          "image",
          "default_url",
          "cpu_limit",
          "cpu_guarantee",
          "mem_limit",
          "mem_guarantee",
          "extra_resource_limits",
          "extra_resource_guarantees",
          "node_selector",
          "environment",
          "extra_labels",
          "extra_annotations",
          "uid",
          "fs_gid",
          "service_account",
          "init_containers",
          "extra_containers",
          "lifecycle_hooks",
          "extra_pod_config",
          "volumes",
          "volume_mounts",
          "tolerations",
          "image_pull_policy");

  private final JsonElement values;
  private final JsonObject traits;
  private final String namespace;
  private final String user;
  private final List<String> broken = new ArrayList<>();

  private Promise(CompiledCase compiled, String user, Choice choice) {
    this.values = Json.of(compiled.values());
    this.traits = PromisedTraits.of(values, choice);
    this.namespace = compiled.namespace();
    this.user = user;
  }

  /**
   * What of the promise is not kept.
   *
   * @param pod as the API server has it
   * @return one line for each field that differs; empty when all is well
   */
  static List<String> broken(CompiledCase compiled, String user, Choice choice, JsonElement pod) {
    Promise promise = new Promise(compiled, user, choice);
    promise.compare(pod);
    return promise.broken;
  }

  private void compare(JsonElement pod) {
    for (String trait : traits.keySet()) {
      if (!SPOKEN_OF.contains(trait) && !NOT_IN_PODS.contains(trait)) {
        broken.add("nobody says what a promise of " + trait + " means");
      }
    }
    JsonElement container = Json.at(pod, "spec.containers.0").orElseThrow();
    identity(pod, container);
    equal("image", Json.text(container, "image"), trait("image"));
    if (!trait("image_pull_policy").isEmpty()) {
      equal("pull policy", Json.text(container, "imagePullPolicy"), trait("image_pull_policy"));
    }
    command(container);
    resources(container);
    placement(pod);
    environment(container);
    home(pod, container);
    further(pod, container);
  }

  private void identity(JsonElement pod, JsonElement container) {
    equal("user id", Json.text(container, "securityContext.runAsUser"), trait("uid"));
    equal("group id", Json.text(pod, "spec.securityContext.fsGroup"), trait("fs_gid"));
    equal(
        "escalation",
        Json.text(container, "securityContext.allowPrivilegeEscalation"),
        Json.text(values, "singleuser.allowPrivilegeEscalation"));
    if (trait("service_account").isEmpty()) {
      equal("account token", Json.text(pod, "spec.automountServiceAccountToken"), "false");
    } else {
      equal("account", Json.text(pod, "spec.serviceAccountName"), trait("service_account"));
    }
    holds("label", Json.at(pod, "metadata.labels"), traits.get("extra_labels"));
    holds("annotation", Json.at(pod, "metadata.annotations"), traits.get("extra_annotations"));
    equal("component", Json.map(pod, "metadata.labels").get("component"), "singleuser-server");
    equal(
        "user's annotation",
        Json.map(pod, "metadata.annotations").get("hub.jupyter.org/username"),
        user);
  }

  private void command(JsonElement container) {
    List<String> words =
        Json.list(container, "args").stream().map(JsonElement::getAsString).toList();
    JsonElement wanted = traits.get("cmd");
    List<String> first =
        wanted == null
            ? List.of()
            : wanted.isJsonArray()
                ? Json.values(wanted).stream().map(JsonElement::getAsString).toList()
                : List.of(wanted.getAsString());
    if (words.size() < first.size() || !words.subList(0, first.size()).equals(first)) {
      broken.add("command: " + words + ", promised " + first);
    }
    if (Json.at(container, "command").isPresent()) {
      broken.add("command: the image's entry point is replaced");
    }
  }

  private void resources(JsonElement container) {
    broken.addAll(PromisedAmounts.broken(traits, container));
  }

  private void placement(JsonElement pod) {
    equal(
        "node selector",
        Json.at(pod, "spec.nodeSelector").orElseGet(JsonObject::new).toString(),
        Json.at(traits, "node_selector").orElseGet(JsonObject::new).toString());
    holds("tolerations", Json.at(pod, "spec.tolerations"), list(traits.get("tolerations")));
    boolean own = Json.text(values, "scheduling.userScheduler.enabled").equals("true");
    String scheduler = own ? namespace + "-user-scheduler" : "default-scheduler";
    equal("scheduler", Json.text(pod, "spec.schedulerName"), scheduler);
    boolean ranked = Json.text(values, "scheduling.podPriority.enabled").equals("true");
    equal(
        "priority class",
        Json.text(pod, "spec.priorityClassName"),
        ranked ? namespace + "-default-priority" : "");
  }

  private void environment(JsonElement container) {
    Map<String, String> found = new TreeMap<>();
    for (JsonElement variable : Json.list(container, "env")) {
      found.put(Json.text(variable, "name"), Json.text(variable, "value"));
    }
    Json.map(traits, "environment")
        .forEach(
            (name, value) -> {
              if (value.isJsonPrimitive()) {
                equal("variable " + name, found.get(name), expanded(value.getAsString()));
              } else if (!found.containsKey(name)) {
                broken.add("variable " + name + " is missing");
              }
            });
    if (!trait("default_url").isEmpty()) {
      equal("first page", found.get("JUPYTERHUB_DEFAULT_URL"), expanded(trait("default_url")));
    }
    equal("image in the environment", found.get("JUPYTER_IMAGE"), trait("image"));
    equal("user in the environment", found.get("JUPYTERHUB_USER"), user);
  }

  private void home(JsonElement pod, JsonElement container) {
    String type = Json.text(values, "singleuser.storage.type");
    String path = Json.text(values, "singleuser.storage.homeMountPath");
    List<JsonElement> mounts =
        Json.list(container, "volumeMounts").stream()
            .filter(mount -> Json.text(mount, "mountPath").equals(path))
            .toList();
    equal("mounts of the home", mounts.size(), type.equals("none") ? 0 : 1);
    for (JsonElement mount : mounts) {
      String claim =
          Json.list(pod, "spec.volumes").stream()
              .filter(v -> Json.text(v, "name").equals(Json.text(mount, "name")))
              .map(volume -> Json.text(volume, "persistentVolumeClaim.claimName"))
              .findFirst()
              .orElse("");
      boolean isDynamic = type.equals("dynamic");
      String subPath = "singleuser.storage." + type + ".subPath";
      equal(
          "claim of the home",
          claim,
          isDynamic
              ? "claim-" + SafeSlug.of(user)
              : Json.text(values, "singleuser.storage.static.pvcName"));
      equal(
          "folder of the home", Json.text(mount, "subPath"), expanded(Json.text(values, subPath)));
    }
  }

  private void further(JsonElement pod, JsonElement container) {
    holds("volumes", Json.at(pod, "spec.volumes"), list(traits.get("volumes")));
    holds("mounts", Json.at(container, "volumeMounts"), list(traits.get("volume_mounts")));
    holds(
        "init containers",
        Json.at(pod, "spec.initContainers"),
        list(traits.get("init_containers")));
    holds("side containers", Json.at(pod, "spec.containers"), list(traits.get("extra_containers")));
    holds("lifecycle", Json.at(container, "lifecycle"), traits.get("lifecycle_hooks"));
    holds("pod", Json.at(pod, "spec"), traits.get("extra_pod_config"));
    int promised = 1 + Json.values(listOrEmpty("extra_containers")).size();
    equal("containers", Json.list(pod, "spec.containers").size(), promised);
  }

  private JsonElement listOrEmpty(String trait) {
    return Json.at(traits, trait).orElseGet(JsonArray::new);
  }

  private static JsonElement list(JsonElement listOrMap) {
    JsonArray all = new JsonArray();
    if (listOrMap != null) {
      Json.values(listOrMap).forEach(all::add);
    }
    return all;
  }

  private void holds(String what, Optional<JsonElement> found, JsonElement wanted) {
    if (wanted == null || wanted.isJsonNull() || Json.values(wanted).isEmpty()) {
      return;
    }
    JsonElement meant = JsonParser.parseString(expanded(wanted.toString()));
    if (found.isEmpty() || !Json.holds(found.get(), meant)) {
      broken.add(what + ": " + found.orElse(null) + ", promised " + meant);
    }
  }

  /** The fields of KubeSpawner's templates, for people whose names need no escaping. */
  private String expanded(String text) {
    return text.replace("{username}", SafeSlug.of(user))
        .replace("{user_server}", SafeSlug.of(user))
        .replace("{unescaped_username}", user)
        .replace("{escaped_username}", user);
  }

  private String trait(String name) {
    return Json.text(traits, name);
  }

  private void equal(String what, Object found, Object wanted) {
    Object plain = found instanceof JsonElement json ? json.getAsString() : found;
    if (!String.valueOf(wanted).equals(String.valueOf(plain))) {
      broken.add(what + ": " + plain + ", promised " + wanted);
    }
  }
}
