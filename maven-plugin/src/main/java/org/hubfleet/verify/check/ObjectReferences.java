package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;

/** What objects that are no pods speak of: roles, accounts, volumes, certificates' Secrets. */
final class ObjectReferences {
  private final Manifest manifest;
  private final List<Reference> found = new ArrayList<>();

  private ObjectReferences(Manifest manifest) {
    this.manifest = manifest;
  }

  static List<Reference> of(Manifest manifest) {
    ObjectReferences made = new ObjectReferences(manifest);
    switch (manifest.kind()) {
      case "RoleBinding", "ClusterRoleBinding" -> made.binding();
      case "PersistentVolumeClaim" -> made.add("PersistentVolume", "spec.volumeName");
      case "ServiceAccount" -> made.list("Secret", "imagePullSecrets", "name");
      case "Ingress" -> made.ingress();
      default -> {
        // Services, policies and the like speak of pods, by label.
      }
    }
    return made.found;
  }

  private void add(String kind, String path) {
    add(kind, path, manifest.object().at(path));
  }

  private void add(String kind, String path, Optional<Node> name) {
    Reference.at(manifest.id(), path, kind, name).ifPresent(found::add);
  }

  private void list(String kind, String path, String key) {
    List<Node> items = Pod.items(manifest.object(), path);
    for (int i = 0; i < items.size(); i++) {
      add(kind, path + "[" + i + "]." + key, items.get(i).get(key));
    }
  }

  private void binding() {
    add(Pod.text(manifest.object(), "roleRef.kind"), "roleRef.name");
    List<Node> subjects = Pod.items(manifest.object(), "subjects");
    Optional<String> own = manifest.namespace();
    for (int i = 0; i < subjects.size(); i++) {
      Node subject = subjects.get(i);
      boolean here = own.isEmpty() || own.equals(subject.get("namespace").flatMap(Node::string));
      if (here && Pod.text(subject, "kind").equals("ServiceAccount")) {
        add("ServiceAccount", "subjects[" + i + "].name", subject.get("name"));
      }
    }
  }

  /** Secrets that a certificate controller makes by annotation are not asked for. */
  private void ingress() {
    boolean made =
        Pod.map(manifest.object(), "metadata.annotations").entries().keySet().stream()
            .anyMatch(
                key -> key.startsWith("cert-manager.io/") || key.equals("kubernetes.io/tls-acme"));
    if (!made) {
      list("Secret", "spec.tls", "secretName");
    }
  }
}
