package org.hubfleet.author;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** The objects in the hub's namespace that the values name and that somebody else makes. */
final class ExpectedObjects {
  /** An object by kind and name, such as {@code Secret} and {@code tidal-tls}. */
  record Reference(String kind, String name) implements Comparable<Reference> {
    @Override
    public int compareTo(Reference other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return kind + "/" + name;
    }
  }

  /** Who names it, and which keys of it. */
  record Use(Place place, ValuePath path, Set<String> keys) {}

  private static final Set<String> OTHER_LANGUAGES =
      Set.of("custom", "hub.templateVars", "hub.extraConfig", "hub.services", "hub.loadRoles");

  private final Map<Reference, Use> found = new TreeMap<>();

  /**
   * @param hub the values below {@code jupyterhub}
   */
  ExpectedObjects(Mapping hub) {
    TreeEdit.visit(hub, ValuePath.ROOT, (path, node) -> inspect(path, node));
    accounts(hub);
    entry(hub);
  }

  /** The objects with their first use, sorted by kind and name. */
  Map<Reference, Use> found() {
    return found;
  }

  private void inspect(ValuePath path, Node node) {
    String at = path.toString();
    boolean foreign =
        OTHER_LANGUAGES.stream().anyMatch(other -> at.equals(other) || at.startsWith(other + "."))
            || at.contains(".extraFiles.");
    if (foreign || !(node instanceof Mapping map)) {
      return;
    }
    named(path, map, "persistentVolumeClaim", "claimName", "PersistentVolumeClaim");
    named(path, map, "secret", "secretName", "Secret");
    named(path, map, "secretKeyRef", "name", "Secret");
    named(path, map, "secretRef", "name", "Secret");
    named(path, map, "configMap", "name", "ConfigMap");
    named(path, map, "configMapKeyRef", "name", "ConfigMap");
    named(path, map, "configMapRef", "name", "ConfigMap");
    if (at.contains("sources[")) {
      named(path, map, "secret", "name", "Secret");
    }
    pullSecrets(path, map);
    if (at.endsWith("kubespawner_override")) {
      text(map, "service_account").ifPresent(name -> add("ServiceAccount", name, path, map));
    }
    if (at.equals("singleuser.storage.static")) {
      text(map, "pvcName").ifPresent(name -> add("PersistentVolumeClaim", name, path, map));
    }
    if (at.equals("hub")) {
      text(map, "existingSecret").ifPresent(name -> add("Secret", name, path, map));
    }
  }

  private void named(ValuePath path, Mapping map, String field, String key, String kind) {
    Optional<Mapping> reference =
        map.get(field)
            .flatMap(Node::mapping)
            .filter(inner -> inner.get("optional").filter(Node::isTrue).isEmpty());
    reference.ifPresent(
        inner ->
            text(inner, key)
                .ifPresent(
                    name -> {
                      add(kind, name, path.key(field), inner);
                      Optional.ofNullable(found.get(new Reference(kind, name)))
                          .ifPresent(use -> use.keys().addAll(keys(inner)));
                    }));
  }

  private static Set<String> keys(Mapping reference) {
    Set<String> keys = new TreeSet<>();
    text(reference, "key").ifPresent(keys::add);
    for (Node item : items(reference, "items")) {
      text(item, "key").ifPresent(keys::add);
    }
    return keys;
  }

  private void pullSecrets(ValuePath path, Mapping map) {
    for (String list : List.of("imagePullSecrets", "pullSecrets", "image_pull_secrets")) {
      for (Node item : items(map, list)) {
        item.string()
            .or(() -> text(item, "name"))
            .ifPresent(name -> add("Secret", name, path.key(list), item));
      }
    }
  }

  private void accounts(Mapping hub) {
    hub.at("singleuser.serviceAccountName")
        .ifPresent(
            node ->
                node.string()
                    .ifPresent(
                        name ->
                            add(
                                "ServiceAccount",
                                name,
                                ValuePath.of("singleuser", "serviceAccountName"),
                                node)));
    TreeEdit.visit(
        hub,
        ValuePath.ROOT,
        (path, node) -> {
          boolean others =
              path.toString().endsWith("serviceAccount")
                  && node.get("create").filter(create -> !create.isTrue()).isPresent();
          if (others) {
            text(node, "name").ifPresent(name -> add("ServiceAccount", name, path, node));
          }
        });
  }

  /** Secrets that a certificate controller makes by annotation need no line. */
  private void entry(Mapping hub) {
    boolean made =
        hub.at("ingress.annotations").flatMap(Node::mapping).stream()
            .flatMap(map -> map.entries().keySet().stream())
            .anyMatch(
                key -> key.startsWith("cert-manager.io/") || key.equals("kubernetes.io/tls-acme"));
    if (!made) {
      certificates(hub);
    }
    hub.at("proxy.https")
        .filter(https -> text(https, "type").filter("secret"::equals).isPresent())
        .flatMap(https -> https.get("secret"))
        .ifPresent(
            secret ->
                text(secret, "name")
                    .ifPresent(
                        name ->
                            add("Secret", name, ValuePath.of("proxy", "https", "secret"), secret)));
  }

  private void certificates(Mapping hub) {
    for (Node tls : hub.at("ingress").map(ingress -> items(ingress, "tls")).orElse(List.of())) {
      text(tls, "secretName")
          .ifPresent(name -> add("Secret", name, ValuePath.of("ingress", "tls"), tls));
    }
  }

  private void add(String kind, String name, ValuePath path, Node node) {
    if (!name.contains("{")) {
      found.putIfAbsent(
          new Reference(kind, name), new Use(node.origin().place(), path, new TreeSet<>()));
    }
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static Optional<String> text(Node node, String key) {
    return node.get(key).flatMap(Node::string).filter(text -> !text.isEmpty());
  }
}
