package org.hubfleet.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.render.ListKeys;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * How the order of a list matters to a cluster: items that have a key are found by it, some lists
 * are sets, in all others the place is the meaning.
 *
 * <p>Source: list types and merge keys of the Kubernetes API 1.34, and the types of RBAC, network
 * policies, tolerations and affinities, where no place in a list is preferred to another.
 */
enum ListMeaning {
  BY_KEY,
  SET,
  BY_PLACE;

  private static final Set<String> SETS =
      Set.of(
          "accessModes",
          "add",
          "allowedTopologies",
          "apiGroups",
          "clientIDs",
          "drop",
          "egress",
          "except",
          "finalizers",
          "from",
          "ingress",
          "matchExpressions",
          "matchFields",
          "mountOptions",
          "nodeSelectorTerms",
          "nonResourceURLs",
          "policyTypes",
          "preferredDuringSchedulingIgnoredDuringExecution",
          "requiredDuringSchedulingIgnoredDuringExecution",
          "resourceNames",
          "resources",
          "rules",
          "subjects",
          "supplementalGroups",
          "to",
          "tolerations",
          "values",
          "verbs");

  /** The meaning of the order of both lists in that field. */
  static ListMeaning of(String field, Sequence before, Sequence after) {
    List<String> keys = keys(field, after);
    if (!keys.isEmpty() && isUnique(before, keys) && isUnique(after, keys)) {
      return BY_KEY;
    }
    return SETS.contains(field) ? SET : BY_PLACE;
  }

  /** The keys that tell the items of the list in that field apart; empty where there are none. */
  static List<String> keys(String field, Sequence list) {
    boolean containers =
        list.items().stream().anyMatch(item -> item.get("containerPort").isPresent());
    return ListKeys.of(field, containers);
  }

  /** What tells the item apart, such as its name; absent when a key is missing in it. */
  static Optional<String> label(Node item, List<String> keys) {
    StringBuilder label = new StringBuilder();
    for (String key : keys) {
      Optional<Scalar> value = item.get(key).flatMap(Node::scalar);
      if (value.isEmpty() && !key.equals("protocol")) {
        return Optional.empty();
      }
      // A port without a protocol is one of TCP.
      label.append(label.isEmpty() ? "" : "/").append(value.map(Scalar::text).orElse("TCP"));
    }
    return Optional.of(label.toString());
  }

  private static boolean isUnique(Sequence list, List<String> keys) {
    List<Optional<String>> labels = list.items().stream().map(item -> label(item, keys)).toList();
    return labels.stream().allMatch(Optional::isPresent)
        && labels.stream().distinct().count() == labels.size();
  }
}
