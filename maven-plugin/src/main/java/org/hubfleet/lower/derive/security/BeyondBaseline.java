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
  private static final Set<String> CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");
  private static final Set<String> SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_wmem");
  private static final Set<String> SELINUX_TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

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
      case "capabilities" -> hasOther(items(value.get("add")), CAPABILITIES);
      case "sysctls" -> hasOther(names(items(Optional.of(value))), SYSCTLS);
      case "selinuxoptions" -> isOddSelinux(value);
      case "httpget", "tcpsocket" -> !text(value.get("host")).isEmpty();
      default -> false;
    };
  }

  private static boolean isOddSelinux(Node value) {
    return !SELINUX_TYPES.contains(text(value.get("type")))
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
