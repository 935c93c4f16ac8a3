package org.hubfleet.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;

/**
 * A field that the API server never changes: it would refuse the object, and Flux nothing of the
 * hub until somebody deletes the object by hand.
 *
 * <p>Source: the validation of updates in Kubernetes 1.34 ({@code ValidateUpdate} of each kind).
 */
final class ImmutableField implements Guard {
  private static final RuleName RULE = RuleName.of("guard/immutable-field");
  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("Deployment", List.of("spec.selector")),
          Map.entry("DaemonSet", List.of("spec.selector")),
          Map.entry("ReplicaSet", List.of("spec.selector")),
          Map.entry("StatefulSet", List.of("spec")),
          Map.entry(
              "Job",
              List.of(
                  "spec.selector",
                  "spec.template",
                  "spec.completions",
                  "spec.completionMode",
                  "spec.podFailurePolicy",
                  "spec.backoffLimitPerIndex",
                  "spec.managedBy")),
          Map.entry("PersistentVolumeClaim", List.of("spec")),
          Map.entry("RoleBinding", List.of("roleRef")),
          Map.entry("ClusterRoleBinding", List.of("roleRef")),
          Map.entry("Secret", List.of("type")),
          Map.entry("Service", List.of("spec.clusterIP", "spec.clusterIPs")),
          Map.entry("PriorityClass", List.of("value", "preemptionPolicy")),
          Map.entry("IngressClass", List.of("spec.controller")),
          Map.entry("RuntimeClass", List.of("handler")));
  private static final Map<String, Set<String>> MUTABLE =
      Map.of(
          "StatefulSet",
          Set.of(
              "spec.replicas",
              "spec.ordinals",
              "spec.template",
              "spec.updateStrategy",
              "spec.revisionHistoryLimit",
              "spec.persistentVolumeClaimRetentionPolicy",
              "spec.minReadySeconds"),
          "PersistentVolumeClaim",
          // A class of its own: see OtherStorage.
          Set.of("spec.resources", "spec.storageClassName", "spec.volumeAttributesClassName"));
  private static final List<String> CONTENT = List.of("data", "binaryData", "stringData");

  @Override
  public List<Finding> inspect(PartChange change) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange object : change.objects()) {
      object.fields().stream()
          .filter(field -> isImmutable(object, field))
          .findFirst()
          .ifPresent(field -> found.add(finding(object, field)));
    }
    return found;
  }

  private static boolean isImmutable(ObjectChange object, FieldChange field) {
    String kind = object.key().kind();
    boolean listed =
        FIELDS.getOrDefault(kind, List.of()).stream().anyMatch(field.path()::isAtOrBelow);
    boolean exempt =
        MUTABLE.getOrDefault(kind, Set.of()).stream().anyMatch(field.path()::isAtOrBelow);
    return (listed && !exempt) || isFrozenContent(object, field);
  }

  /** The content of a ConfigMap or Secret that says of itself that it never changes. */
  private static boolean isFrozenContent(ObjectChange object, FieldChange field) {
    return object.before().flatMap(tree -> tree.get("immutable")).filter(Node::isTrue).isPresent()
        && CONTENT.stream().anyMatch(field.path()::isAtOrBelow);
  }

  private static Finding finding(ObjectChange object, FieldChange field) {
    String id = object.key().id();
    return new Finding(
        RULE,
        id,
        field.origin(),
        field.path() + " of " + id + " never changes on a cluster, which would refuse it",
        "keep it, or give the object another name");
  }
}
