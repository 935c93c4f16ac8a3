package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hubfleet.source.Node;

/**
 * What a hub's container finds below {@code /usr/local/etc/jupyterhub}, as files: byte for byte
 * from the emitted ConfigMaps. Secrets have a stand-in in each of their keys.
 */
final class HubFolder {
  private static final String PLACE = "/usr/local/etc/jupyterhub";

  private final List<Node> objects;
  private final Node pod;
  private final Node container;

  HubFolder(List<Node> objects) {
    this.objects = objects;
    this.pod =
        Tree.named(objects, "Deployment", "hub")
            .at("spec.template")
            .orElseThrow(() -> new IllegalStateException("a hub without a template"));
    this.container = Tree.items(pod, "spec.containers").get(0);
  }

  /** Writes the files below a folder and gives the configuration file. */
  Path write(Path folder) throws IOException {
    for (Node mount : Tree.items(container, "volumeMounts")) {
      String path = Tree.text(mount, "mountPath");
      if (path.startsWith(PLACE)) {
        Path target = folder.resolve("." + path.substring(PLACE.length())).normalize();
        Map<String, String> files = files(volume(Tree.text(mount, "name")));
        String part = Tree.text(mount, "subPath");
        if (part.isEmpty()) {
          for (Map.Entry<String, String> file : files.entrySet()) {
            write(target.resolve(file.getKey()), file.getValue());
          }
        } else {
          write(target, files.get(part));
        }
      }
    }
    return folder.resolve("jupyterhub_config.py");
  }

  /** The variables of the container, and those that a kubelet makes of Services. */
  Map<String, String> environment(String namespace) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Node service : Tree.ofKind(objects, "Service")) {
      String name = Tree.text(service, "metadata.name").toUpperCase(Locale.ROOT).replace('-', '_');
      variables.put(name + "_SERVICE_HOST", "127.0.0.1");
      variables.put(
          name + "_SERVICE_PORT", Tree.text(Tree.items(service, "spec.ports").get(0), "port"));
    }
    for (Node variable : Tree.items(container, "env")) {
      String field = Tree.text(variable, "valueFrom.fieldRef.fieldPath");
      boolean isSecret = variable.at("valueFrom.secretKeyRef").isPresent();
      variables.put(
          Tree.text(variable, "name"),
          field.equals("metadata.namespace")
              ? namespace
              : isSecret ? standIn(Tree.text(variable, "name")) : Tree.text(variable, "value"));
    }
    return variables;
  }

  /** Another for each key, and good where text, hexadecimal digits or 32 bytes are wanted. */
  private static String standIn(String key) {
    String digits = String.format(Locale.ROOT, "%08x", key.hashCode());
    return digits.repeat(8);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Node volume(String name) {
    return Tree.items(pod, "spec.volumes").stream()
        .filter(volume -> Tree.text(volume, "name").equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no volume " + name));
  }

  private Map<String, String> files(Node volume) {
    Map<String, String> found = new LinkedHashMap<>();
    volume
        .get("configMap")
        .ifPresent(source -> found.putAll(configMap(source, Tree.text(source, "name"))));
    volume
        .get("secret")
        .ifPresent(source -> found.putAll(secret(source, Tree.text(source, "secretName"))));
    for (Node part : Tree.items(volume, "projected.sources")) {
      part.get("configMap")
          .ifPresent(source -> found.putAll(configMap(source, Tree.text(source, "name"))));
      part.get("secret")
          .ifPresent(source -> found.putAll(secret(source, Tree.text(source, "name"))));
    }
    return found;
  }

  private Map<String, String> configMap(Node source, String name) {
    Map<String, String> data = Tree.texts(Tree.named(objects, "ConfigMap", name), "data");
    List<Node> items = Tree.items(source, "items");
    if (items.isEmpty()) {
      return data;
    }
    Map<String, String> chosen = new LinkedHashMap<>();
    items.forEach(item -> chosen.put(Tree.text(item, "path"), data.get(Tree.text(item, "key"))));
    return chosen;
  }

  private Map<String, String> secret(Node source, String name) {
    Map<String, String> chosen = new LinkedHashMap<>();
    List<Node> items = Tree.items(source, "items");
    items.forEach(item -> chosen.put(Tree.text(item, "path"), standIn(Tree.text(item, "path"))));
    if (items.isEmpty()) {
      drawn(name).forEach(key -> chosen.put(key, standIn(key)));
    }
    return chosen;
  }

  /** The keys that the Job of tokens fills in a Secret. */
  private List<String> drawn(String secret) {
    List<String> keys = new ArrayList<>();
    for (Node job : Tree.ofKind(objects, "Job")) {
      for (Node worker : Tree.items(job, "spec.template.spec.containers")) {
        for (Node variable : Tree.items(worker, "env")) {
          if (Tree.text(variable, "name").equals("TARGETS")) {
            for (Node target : Tree.items(Tree.of("all: " + Tree.text(variable, "value")), "all")) {
              if (Tree.text(target, "secret").equals(secret)) {
                keys.addAll(Tree.texts(target, "keys").keySet());
              }
            }
          }
        }
      }
    }
    return keys;
  }
}
