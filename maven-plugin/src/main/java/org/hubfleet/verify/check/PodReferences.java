package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Node;

/** What a pod speaks of: ConfigMaps, Secrets, claims, accounts, priorities. */
final class PodReferences {
  private final Pod pod;
  private final List<Reference> found = new ArrayList<>();

  private PodReferences(Pod pod) {
    this.pod = pod;
  }

  static List<Reference> of(Pod pod) {
    PodReferences made = new PodReferences(pod);
    made.volumes();
    pod.containers().forEach(made::container);
    made.add(
        "ServiceAccount", pod.path() + "serviceAccountName", pod.spec().get("serviceAccountName"));
    made.add(
        "PriorityClass", pod.path() + "priorityClassName", pod.spec().get("priorityClassName"));
    made.add("RuntimeClass", pod.path() + "runtimeClassName", pod.spec().get("runtimeClassName"));
    List<Node> pulls = Pod.items(pod.spec(), "imagePullSecrets");
    for (int i = 0; i < pulls.size(); i++) {
      made.add("Secret", pod.path() + "imagePullSecrets[" + i + "]", pulls.get(i).get("name"));
    }
    return made.found;
  }

  private void add(String kind, String path, Optional<Node> name) {
    Reference.at(pod.owner(), path, kind, name).ifPresent(found::add);
  }

  private void volumes() {
    List<Node> volumes = Pod.items(pod.spec(), "volumes");
    for (int i = 0; i < volumes.size(); i++) {
      String path = pod.path() + "volumes[" + i + "].";
      Node volume = volumes.get(i);
      source(volume, "configMap", "name", "ConfigMap", path);
      source(volume, "secret", "secretName", "Secret", path);
      add(
          "PersistentVolumeClaim",
          path + "persistentVolumeClaim.claimName",
          volume.at("persistentVolumeClaim.claimName"));
      for (Node part : Pod.items(volume, "projected.sources")) {
        source(part, "configMap", "name", "ConfigMap", path + "projected.");
        source(part, "secret", "name", "Secret", path + "projected.");
      }
    }
  }

  private void source(Node from, String field, String nameKey, String kind, String path) {
    Optional<Node> source = from.get(field).filter(node -> !isOptional(node));
    if (source.isPresent()) {
      List<Node> keys =
          Pod.items(source.get(), "items").stream()
              .flatMap(item -> item.get("key").stream())
              .toList();
      Reference.at(pod.owner(), path + field + "." + nameKey, kind, source.get().get(nameKey))
          .map(reference -> reference.keys(keys))
          .ifPresent(found::add);
    }
  }

  private void container(Pod.Container container) {
    for (Node variable : container.list("env")) {
      String path = container.path() + ".env." + Pod.text(variable, "name");
      key(variable.at("valueFrom.secretKeyRef"), "Secret", path);
      key(variable.at("valueFrom.configMapKeyRef"), "ConfigMap", path);
    }
    for (Node all : container.list("envFrom")) {
      String path = container.path() + ".envFrom";
      key(all.get("secretRef"), "Secret", path);
      key(all.get("configMapRef"), "ConfigMap", path);
    }
  }

  private void key(Optional<Node> source, String kind, String path) {
    source
        .filter(node -> !isOptional(node))
        .flatMap(
            node ->
                Reference.at(pod.owner(), path, kind, node.get("name"))
                    .map(reference -> reference.key(node.get("key"))))
        .ifPresent(found::add);
  }

  private static boolean isOptional(Node source) {
    return source.get("optional").map(Node::isTrue).orElse(false);
  }
}
