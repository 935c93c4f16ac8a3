package org.hubfleet.verify.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * The objects that a hub may count on: those emitted, those that {@code expects:} lines of the hub
 * or its cluster promise, Secrets of {@code secrets:} lines, and what every cluster has.
 */
final class Inventory {
  private static final List<String> EVERYWHERE =
      List.of(
          "ServiceAccount/default",
          "ConfigMap/kube-root-ca.crt",
          "PriorityClass/system-cluster-critical",
          "PriorityClass/system-node-critical",
          "ClusterRole/admin",
          "ClusterRole/cluster-admin",
          "ClusterRole/edit",
          "ClusterRole/view");
  private static final String SYSTEM_ROLE = "ClusterRole/system:";
  private static final String ONCE = "kustomize.toolkit.fluxcd.io/ssa";

  /** By {@code Kind/name}; the keys of a ConfigMap or Secret where they are all known. */
  private final Map<String, Optional<Set<String>>> objects = new TreeMap<>();

  private final Set<String> emitted = new HashSet<>();

  private Inventory() {}

  static Inventory of(Blueprint blueprint, List<Manifest> manifests) {
    Inventory made = new Inventory();
    EVERYWHERE.forEach(id -> made.objects.put(id, Optional.empty()));
    Mapping hub = blueprint.hub().tree();
    Pod.map(hub, "secrets")
        .entries()
        .values()
        .forEach(line -> made.promise("Secret", Pod.text(line.value(), "secret"), List.of()));
    Stream.concat(
            Pod.items(hub, "expects").stream(),
            Pod.items(blueprint.hub().cluster().tree(), "expects").stream()
                .filter(line -> isIn(line, blueprint.hub().namespace())))
        .forEach(
            line ->
                made.promise(
                    Pod.text(line, "kind"), Pod.text(line, "name"), Pod.items(line, "keys")));
    Pod.map(hub, "secrets").entries().values().forEach(line -> made.promiseKey(line.value()));
    manifests.forEach(made::emitted);
    return made;
  }

  private static boolean isIn(Node line, String namespace) {
    return line.get("namespace").flatMap(Node::string).map(namespace::equals).orElse(true);
  }

  private void promise(String kind, String name, List<Node> keys) {
    Optional<Set<String>> known = keys.isEmpty() ? Optional.empty() : Optional.of(texts(keys));
    objects.merge(kind + "/" + name, known, (old, more) -> old.isPresent() ? old : more);
  }

  /** A secrets line says itself that its key is there, beside those that expects lists. */
  private void promiseKey(Node line) {
    objects.computeIfPresent(
        "Secret/" + Pod.text(line, "secret"),
        (id, known) ->
            known.map(
                keys -> {
                  Set<String> more = new LinkedHashSet<>(keys);
                  line.get("key").flatMap(Node::string).ifPresent(more::add);
                  return more;
                }));
  }

  private static Set<String> texts(List<Node> keys) {
    Set<String> texts = new LinkedHashSet<>();
    keys.forEach(key -> key.string().ifPresent(texts::add));
    return texts;
  }

  private void emitted(Manifest manifest) {
    Optional<Set<String>> keys = keys(manifest);
    boolean twice = !emitted.add(manifest.id());
    objects.put(manifest.id(), twice ? Optional.empty() : keys);
    if (manifest.kind().equals("Certificate")) {
      objects.put("Secret/" + Pod.text(manifest.object(), "spec.secretName"), Optional.empty());
    }
  }

  /** The keys of an emitted object; unknown where something else fills it. */
  private static Optional<Set<String>> keys(Manifest manifest) {
    Set<String> keys = new LinkedHashSet<>();
    for (String field : List.of("data", "binaryData", "stringData")) {
      keys.addAll(Pod.map(manifest.object(), field).entries().keySet());
    }
    boolean filledElsewhere =
        Pod.map(manifest.object(), "metadata.annotations").get(ONCE).isPresent()
            || (manifest.kind().equals("Secret") && keys.isEmpty());
    return filledElsewhere ? Optional.empty() : Optional.of(keys);
  }

  /** Whether there is such an object. */
  boolean has(String kind, String name) {
    return objects.containsKey(kind + "/" + name) || (kind + "/" + name).startsWith(SYSTEM_ROLE);
  }

  /** The keys that an object has; absent when it or they are not known. */
  Optional<Set<String>> keysOf(String kind, String name) {
    return objects.getOrDefault(kind + "/" + name, Optional.empty());
  }

  /** The names of all objects of a kind, sorted. */
  List<String> names(String kind) {
    return objects.keySet().stream()
        .filter(id -> id.startsWith(kind + "/"))
        .map(id -> id.substring(kind.length() + 1))
        .toList();
  }
}
