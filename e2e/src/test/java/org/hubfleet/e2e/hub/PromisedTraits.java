package org.hubfleet.e2e.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of a hub and a choice on its form say about a server, under KubeSpawner's names.
 * Read from the values that people wrote, not from what the compiler made of them.
 */
final class PromisedTraits {
  private static final Map<String, String> FROM_VALUES =
      Map.ofEntries(
          Map.entry("singleuser.cmd", "cmd"),
          Map.entry("singleuser.defaultUrl", "default_url"),
          Map.entry("singleuser.cpu.limit", "cpu_limit"),
          Map.entry("singleuser.cpu.guarantee", "cpu_guarantee"),
          Map.entry("singleuser.memory.limit", "mem_limit"),
          Map.entry("singleuser.memory.guarantee", "mem_guarantee"),
          Map.entry("singleuser.extraResource.limits", "extra_resource_limits"),
          Map.entry("singleuser.extraResource.guarantees", "extra_resource_guarantees"),
          Map.entry("singleuser.nodeSelector", "node_selector"),
          Map.entry("singleuser.extraEnv", "environment"),
          Map.entry("singleuser.extraLabels", "extra_labels"),
          Map.entry("singleuser.extraAnnotations", "extra_annotations"),
          Map.entry("singleuser.uid", "uid"),
          Map.entry("singleuser.fsGid", "fs_gid"),
          Map.entry("singleuser.serviceAccountName", "service_account"),
          Map.entry("singleuser.initContainers", "init_containers"),
          Map.entry("singleuser.extraContainers", "extra_containers"),
          Map.entry("singleuser.lifecycleHooks", "lifecycle_hooks"),
          Map.entry("singleuser.extraPodConfig", "extra_pod_config"),
          Map.entry("singleuser.storage.extraVolumes", "volumes"),
          Map.entry("singleuser.storage.extraVolumeMounts", "volume_mounts"));

  private PromisedTraits() {}

  static JsonObject of(JsonElement values, Choice choice) {
    JsonObject traits = new JsonObject();
    FROM_VALUES.forEach(
        (path, trait) -> Json.at(values, path).ifPresent(value -> traits.add(trait, value)));
    traits.addProperty(
        "image",
        Json.text(values, "singleuser.image.name")
            + ":"
            + Json.text(values, "singleuser.image.tag"));
    traits.add("tolerations", Json.at(values, "scheduling.userPods.tolerations").orElseThrow());
    JsonElement all = traits;
    if (!choice.profile().isEmpty()) {
      JsonElement profile = profile(values, choice.profile());
      all = Json.laidOver(all, override(profile));
      for (Map.Entry<String, JsonElement> option :
          Json.map(profile, "profile_options").entrySet()) {
        all = Json.laidOver(all, override(chosen(option.getKey(), option.getValue(), choice)));
      }
    }
    return all.getAsJsonObject();
  }

  private static JsonElement profile(JsonElement values, String slug) {
    return Json.values(Json.at(values, "singleuser.profileList").orElseThrow()).stream()
        .filter(profile -> RealHubs.slug(profile).equals(slug))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no profile " + slug));
  }

  private static JsonElement chosen(String name, JsonElement option, Choice choice) {
    String written = choice.written().get(name);
    if (written != null) {
      JsonElement unlisted = Json.at(option, "unlisted_choice").orElseThrow();
      return filledIn(unlisted, written);
    }
    Map<String, JsonElement> choices = Json.map(option, "choices");
    Optional<JsonElement> named = Optional.ofNullable(choices.get(choice.options().get(name)));
    Optional<JsonElement> byDefault =
        choices.values().stream().filter(c -> Json.text(c, "default").equals("true")).findFirst();
    return named.or(() -> byDefault).or(() -> choices.values().stream().findFirst()).orElseThrow();
  }

  private static JsonElement filledIn(JsonElement unlisted, String written) {
    JsonObject filled = unlisted.getAsJsonObject().deepCopy();
    JsonObject override = filled.getAsJsonObject("kubespawner_override");
    for (String key : List.copyOf(override.keySet())) {
      if (override.get(key) instanceof JsonPrimitive text && text.isString()) {
        override.addProperty(key, text.getAsString().replace("{value}", written));
      }
    }
    return filled;
  }

  private static JsonElement override(JsonElement entry) {
    return Json.at(entry, "kubespawner_override").orElseGet(JsonObject::new);
  }
}
