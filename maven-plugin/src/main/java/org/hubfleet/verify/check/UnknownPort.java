package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * A Service, probe, handler or network policy speaks of a container's port by a name that no
 * container in question has.
 */
final class UnknownPort implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/unknown-port");
  private static final List<String> IN_CONTAINERS =
      List.of(
          "livenessProbe.httpGet.port",
          "livenessProbe.tcpSocket.port",
          "readinessProbe.httpGet.port",
          "readinessProbe.tcpSocket.port",
          "startupProbe.httpGet.port",
          "startupProbe.tcpSocket.port",
          "lifecycle.postStart.httpGet.port",
          "lifecycle.preStop.httpGet.port");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Pod> pods = objects.pods();
    List<Diagnostic> found = new ArrayList<>();
    for (Pod pod : pods) {
      for (Pod.Container container : pod.containers()) {
        List<String> names = names(container);
        for (String path : IN_CONTAINERS) {
          judge(container.tree().at(path), pod.owner(), names, objects.blueprint(), found);
        }
      }
    }
    for (Manifest manifest : objects.manifests()) {
      if (manifest.kind().equals("Service")) {
        service(manifest, pods, objects.blueprint(), found);
      } else if (manifest.kind().equals("NetworkPolicy")) {
        policy(manifest, pods, objects.blueprint(), found);
      }
    }
    return found;
  }

  private static void service(
      Manifest service, List<Pod> pods, Blueprint blueprint, List<Diagnostic> found) {
    Selector selector = Selector.plain(Pod.map(service.object(), "spec.selector"));
    List<Pod> selected = pods.stream().filter(selector::matches).toList();
    if (!selector.isEmpty() && !selected.isEmpty()) {
      for (Node port : Pod.items(service.object(), "spec.ports")) {
        judge(port.get("targetPort"), service.id(), names(selected), blueprint, found);
      }
    }
  }

  private static void policy(
      Manifest policy, List<Pod> pods, Blueprint blueprint, List<Diagnostic> found) {
    Selector selector = Selector.of(Pod.map(policy.object(), "spec.podSelector"));
    List<Pod> selected = pods.stream().filter(selector::matches).toList();
    Stream.of("spec.ingress", "spec.egress")
        .forEach(
            direction -> {
              // Who is meant by an egress rule is said by labels of other pods: any will do.
              List<Pod> meant = direction.endsWith("ingress") ? selected : pods;
              for (Node rule : Pod.items(policy.object(), direction)) {
                for (Node port : Pod.items(rule, "ports")) {
                  // The chart's own defaults name ports that only some hubs have; that is harmless.
                  boolean said =
                      port.get("port").filter(node -> node.origin().isConfigured()).isPresent();
                  if (said && !meant.isEmpty()) {
                    judge(port.get("port"), policy.id(), names(meant), blueprint, found);
                  }
                }
              }
            });
  }

  private static void judge(
      Optional<Node> port,
      String owner,
      List<String> names,
      Blueprint blueprint,
      List<Diagnostic> found) {
    Optional<String> name = port.flatMap(Node::string);
    if (name.isPresent() && !names.contains(name.get())) {
      found.add(
          Complaint.error(
                  blueprint.hub(),
                  port.get().origin(),
                  RULE,
                  owner + " speaks of the port \"" + name.get() + "\", which no container has")
              .hint(
                  Nearest.to(name.get(), names)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse(
                          names.isEmpty()
                              ? "the containers name no ports"
                              : "named ports are " + String.join(", ", names))));
    }
  }

  private static List<String> names(List<Pod> pods) {
    return pods.stream()
        .flatMap(pod -> pod.containers().stream())
        .flatMap(container -> names(container).stream())
        .distinct()
        .toList();
  }

  private static List<String> names(Pod.Container container) {
    return container.list("ports").stream()
        .filter(Mapping.class::isInstance)
        .map(port -> Pod.text(port, "name"))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
