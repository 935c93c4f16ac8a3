package org.hubfleet.lower.derive.hub;

import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** What KubeSpawner is told about the nodes of servers, and who schedules them how urgently. */
final class NodeTraits {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private NodeTraits() {}

  static void add(TraitSheet sheet) {
    Values values = sheet.values();
    if (values.isTrue("scheduling.userScheduler.enabled")) {
      sheet.set(
          "KubeSpawner.scheduler_name",
          named(values, "user-scheduler", "scheduling.userScheduler.enabled"));
    }
    if (values.isTrue("scheduling.podPriority.enabled")) {
      sheet.set(
          "KubeSpawner.priority_class_name",
          named(values, "priority", "scheduling.podPriority.enabled"));
    }
    Node user = values.derived("placement.user");
    sheet.copyFilled("KubeSpawner.node_selector", "singleuser.nodeSelector");
    set(sheet, "tolerations", user.get("tolerations"));
    set(
        sheet,
        "node_affinity_required",
        user.at("affinity.nodeAffinity." + REQUIRED + ".nodeSelectorTerms"));
    set(sheet, "node_affinity_preferred", user.at("affinity.nodeAffinity." + PREFERRED));
    set(sheet, "pod_affinity_required", user.at("affinity.podAffinity." + REQUIRED));
    set(sheet, "pod_affinity_preferred", user.at("affinity.podAffinity." + PREFERRED));
    set(sheet, "pod_anti_affinity_required", user.at("affinity.podAntiAffinity." + REQUIRED));
    set(sheet, "pod_anti_affinity_preferred", user.at("affinity.podAntiAffinity." + PREFERRED));
  }

  private static Scalar named(Values values, String object, String path) {
    return values.name(object).from(values.origin(path));
  }

  private static void set(TraitSheet sheet, String trait, Optional<Node> value) {
    value.filter(TraitSheet::isFilled).ifPresent(node -> sheet.set("KubeSpawner." + trait, node));
  }
}
