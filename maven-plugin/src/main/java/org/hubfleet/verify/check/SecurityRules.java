package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hubfleet.lower.derive.security.AllowedByBaseline;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The Pod Security Standards {@code baseline} and {@code restricted}.
 *
 * <p>Source: the standards' controls as {@code k8s.io/pod-security-admission} of Kubernetes 1.34
 * evaluates them.
 */
final class SecurityRules {
  private static final Set<String> VOLUMES =
      Set.of(
          "name",
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  /** What the kubelet calls for a container: its pod, and nothing else. */
  private static final List<String> HANDLERS =
      Stream.of(
              "livenessProbe",
              "readinessProbe",
              "startupProbe",
              "lifecycle.postStart",
              "lifecycle.preStop")
          .flatMap(owner -> Stream.of(owner + ".httpGet", owner + ".tcpSocket"))
          .toList();

  private final Pod pod;
  private final Mapping podContext;
  private final List<Refusal> found = new ArrayList<>();

  private SecurityRules(Pod pod) {
    this.pod = pod;
    this.podContext = Pod.map(pod.spec(), "securityContext");
  }

  /** What a level refuses about a pod, and where it came from. */
  record Refusal(String what, Origin origin) {}

  /** Everything that the level refuses about the pod, in the order of the standards. */
  static List<Refusal> refusals(Pod pod, String level) {
    SecurityRules rules = new SecurityRules(pod);
    rules.baseline();
    if (level.equals("restricted")) {
      rules.restricted();
    }
    return rules.found;
  }

  private void refuse(String what, Node at) {
    found.add(new Refusal(what, at.origin()));
  }

  private void baseline() {
    for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
      pod.spec().get(field).filter(Node::isTrue).ifPresent(node -> refuse(field, node));
    }
    for (Node volume : Pod.items(pod.spec(), "volumes")) {
      volume.get("hostPath").ifPresent(node -> refuse("a hostPath volume", node));
    }
    for (Node sysctl : Pod.items(podContext, "sysctls")) {
      String name = Pod.text(sysctl, "name");
      if (!AllowedByBaseline.SYSCTLS.contains(name)) {
        refuse("the sysctl " + name, sysctl);
      }
    }
    either(podContext, "the pod");
    for (Pod.Container container : pod.containers()) {
      Mapping context = Pod.map(container.tree(), "securityContext");
      String whose = "the container \"" + container.name() + "\"";
      either(context, whose);
      context
          .get("privileged")
          .filter(Node::isTrue)
          .ifPresent(node -> refuse("privileged in " + whose, node));
      for (Node added : Pod.items(context, "capabilities.add")) {
        if (!AllowedByBaseline.CAPABILITIES.contains(added.string().orElse(""))) {
          refuse("the capability " + added.string().orElse("") + " in " + whose, added);
        }
      }
      for (Node port : container.list("ports")) {
        port.get("hostPort")
            .filter(node -> node.scalar().filter(s -> !s.text().equals("0")).isPresent())
            .ifPresent(node -> refuse("a hostPort in " + whose, node));
      }
      context
          .get("procMount")
          .filter(node -> !node.string().orElse("").equals("Default"))
          .ifPresent(node -> refuse("procMount in " + whose, node));
      for (String handler : HANDLERS) {
        container
            .tree()
            .at(handler + ".host")
            .filter(node -> !node.string().orElse("").isEmpty())
            .ifPresent(node -> refuse("the host of " + handler + " in " + whose, node));
      }
    }
  }

  /** Controls on fields that the pod and each of its containers have. */
  private void either(Mapping context, String whose) {
    context
        .at("windowsOptions.hostProcess")
        .filter(Node::isTrue)
        .ifPresent(node -> refuse("hostProcess in " + whose, node));
    context
        .at("appArmorProfile.type")
        .filter(node -> node.string().filter("Unconfined"::equals).isPresent())
        .ifPresent(node -> refuse("no AppArmor profile in " + whose, node));
    context
        .at("seccompProfile.type")
        .filter(node -> node.string().filter("Unconfined"::equals).isPresent())
        .ifPresent(node -> refuse("no seccomp profile in " + whose, node));
    context
        .at("seLinuxOptions.type")
        .filter(node -> !AllowedByBaseline.SELINUX_TYPES.contains(node.string().orElse("")))
        .ifPresent(node -> refuse("the SELinux type in " + whose, node));
    for (String field : List.of("seLinuxOptions.user", "seLinuxOptions.role")) {
      context
          .at(field)
          .filter(node -> !node.string().orElse("").isEmpty())
          .ifPresent(node -> refuse(field + " in " + whose, node));
    }
  }

  private void restricted() {
    for (Node volume : Pod.items(pod.spec(), "volumes")) {
      for (String type : volume.mapping().map(m -> m.entries().keySet()).orElse(Set.of())) {
        if (!VOLUMES.contains(type) && !type.equals("hostPath")) {
          refuse("a volume of type " + type, volume);
        }
      }
    }
    for (Pod.Container container : pod.containers()) {
      Mapping context = Pod.map(container.tree(), "securityContext");
      String whose = "the container \"" + container.name() + "\"";
      Node at = container.tree().get("securityContext").orElse(container.tree());
      if (!isFalse(context.get("allowPrivilegeEscalation"))) {
        refuse(whose + " without allowPrivilegeEscalation: false", at);
      }
      if (!nearest(context, "runAsNonRoot").map(Node::isTrue).orElse(false)) {
        refuse(whose + " without runAsNonRoot: true", at);
      }
      nearest(context, "runAsUser")
          .filter(node -> node.scalar().filter(s -> s.text().equals("0")).isPresent())
          .ifPresent(node -> refuse("runAsUser: 0 in " + whose, node));
      if (nearest(context, "seccompProfile.type").isEmpty()) {
        refuse(whose + " without a seccomp profile", at);
      }
      boolean dropsAll =
          Pod.items(context, "capabilities.drop").stream()
              .anyMatch(node -> node.string().filter("ALL"::equals).isPresent());
      if (!dropsAll) {
        refuse(whose + " without capabilities: {drop: [ALL]}", at);
      }
      for (Node added : Pod.items(context, "capabilities.add")) {
        String name = added.string().orElse("");
        if (AllowedByBaseline.CAPABILITIES.contains(name) && !name.equals("NET_BIND_SERVICE")) {
          refuse("the capability " + name + " in " + whose, added);
        }
      }
    }
  }

  /** What the container says, else what its pod says. */
  private Optional<Node> nearest(Mapping context, String path) {
    return context.at(path).or(() -> podContext.at(path));
  }

  private static boolean isFalse(Optional<Node> node) {
    return node.flatMap(Node::scalar)
        .filter(s -> s.kind() == Scalar.Kind.BOOLEAN && s.text().equals("false"))
        .isPresent();
  }
}
