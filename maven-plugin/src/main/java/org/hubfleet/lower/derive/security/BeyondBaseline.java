package org.hubfleet.lower.derive.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Finds in a fragment of a pod what the Pod Security level {@code baseline} refuses.
 *
 * <p>Fields count in Kubernetes' spelling and in that of KubeSpawner's traits ({@code hostNetwork},
 * {@code host_network}). Source: the checks of {@code k8s.io/pod-security-admission} 0.34.
 */
final class BeyondBaseline {

  private BeyondBaseline() {}

  /** The first value below the fragment that is refused, in the fragment's order. */
  static Optional<Node> in(Node fragment) {
    if (fragment instanceof Sequence list) {
      return list.items().stream().flatMap(item -> in(item).stream()).findFirst();
    }
    return fragment.mapping().stream()
        .flatMap(map -> map.entries().entrySet().stream())
        .flatMap(entry -> field(entry).stream())
        .findFirst();
  }

  private static Optional<Node> field(Map.Entry<String, Mapping.Entry> entry) {
    Node value = entry.getValue().value();
    String plain = entry.getKey().replace("_", "").toLowerCase(Locale.ROOT);
    return refuses(plain, value) ? Optional.of(value) : in(value);
  }

  private static boolean refuses(String field, Node value) {
    return switch (field) {
      case "privileged", "hostnetwork", "hostpid", "hostipc", "hostprocess" -> value.isTrue();
      case "hostpath" -> value instanceof Mapping;
      case "hostport" -> !Set.of("", "0").contains(text(value));
      case "procmount" -> !Set.of("", "Default").contains(text(value));
      case "seccompprofile", "apparmorprofile" -> text(value.get("type")).equals("Unconfined");
      case "capabilities" -> hasOther(items(value.get("add")), AllowedByBaseline.CAPABILITIES);
      case "sysctls" -> hasOther(names(items(Optional.of(value))), AllowedByBaseline.SYSCTLS);
      case "selinuxoptions" -> isOddSelinux(value);
      case "httpget", "tcpsocket" -> !text(value.get("host")).isEmpty();
      default -> false;
    };
  }

  private static boolean isOddSelinux(Node value) {
    return !AllowedByBaseline.SELINUX_TYPES.contains(text(value.get("type")))
        || !text(value.get("user")).isEmpty()
        || !text(value.get("role")).isEmpty();
  }

  private static boolean hasOther(List<Node> words, Set<String> known) {
    return words.stream().anyMatch(word -> !known.contains(text(word)));
  }

  private static List<Node> names(List<Node> items) {
    return items.stream().flatMap(item -> item.get("name").stream()).toList();
  }

  private static List<Node> items(Optional<Node> list) {
    return list.flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static String text(Optional<Node> node) {
    return node.map(BeyondBaseline::text).orElse("");
  }

  private static String text(Node node) {
    return node.scalar().filter(scalar -> !node.isNull()).map(Scalar::text).orElse("");
  }
}
