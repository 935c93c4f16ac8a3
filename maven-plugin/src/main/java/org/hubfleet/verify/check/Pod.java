package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * A pod that runs because of a hub: one that an emitted object makes, or that the hub makes for
 * each of its people.
 *
 * @param owner as people call it, such as {@code Deployment/hub} or {@code the user pod}
 * @param path of the pod's spec in its owner, ending in a dot where it is not empty
 * @param claims names of volumes that the owner makes beside those of the spec
 */
public record Pod(String owner, String path, Mapping labels, Mapping spec, List<String> claims) {
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "Deployment", "spec.template",
          "StatefulSet", "spec.template",
          "DaemonSet", "spec.template",
          "ReplicaSet", "spec.template",
          "ReplicationController", "spec.template",
          "PodTemplate", "template",
          "Job", "spec.template",
          "CronJob", "spec.jobTemplate.spec.template");

  /** The pods of those objects, in their order, then that of the hub's people. */
  public static List<Pod> of(Blueprint blueprint, List<Manifest> manifests) {
    List<Pod> pods = new ArrayList<>();
    manifests.forEach(manifest -> emitted(manifest).ifPresent(pods::add));
    pods.add(UserPod.of(blueprint));
    return pods;
  }

  /** The pod that an object makes; absent when it makes none. */
  static Optional<Pod> emitted(Manifest manifest) {
    Mapping object = manifest.object();
    if (manifest.kind().equals("Pod")) {
      return Optional.of(pod(manifest, object, "spec.", List.of()));
    }
    String path = TEMPLATES.getOrDefault(manifest.kind(), "");
    List<String> claims =
        items(object, "spec.volumeClaimTemplates").stream()
            .flatMap(claim -> claim.at("metadata.name").flatMap(Node::string).stream())
            .toList();
    return path.isEmpty()
        ? Optional.empty()
        : object
            .at(path)
            .flatMap(Node::mapping)
            .map(template -> pod(manifest, template, path + ".spec.", claims));
  }

  private static Pod pod(Manifest manifest, Mapping template, String path, List<String> claims) {
    return new Pod(
        manifest.id(), path, map(template, "metadata.labels"), map(template, "spec"), claims);
  }

  /** One container and its place in the pod's spec, such as {@code containers[0]}. */
  public record Container(String name, Mapping tree, String path) {
    /** The items of one of its lists. */
    public List<Node> list(String key) {
      return items(tree, key);
    }
  }

  /** All containers, those that run before first. */
  public List<Container> containers() {
    return Stream.of("initContainers", "containers").flatMap(this::containers).toList();
  }

  private Stream<Container> containers(String list) {
    List<Node> items = items(spec, list);
    return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
        .filter(i -> items.get(i) instanceof Mapping)
        .map(i -> container((Mapping) items.get(i), path + list + "[" + i + "]"));
  }

  private static Container container(Mapping tree, String path) {
    return new Container(tree.get("name").flatMap(Node::string).orElse(path), tree, path);
  }

  /** The items of the list at a dotted path, empty when there is none. */
  static List<Node> items(Node tree, String path) {
    return tree.at(path).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** The map at a dotted path, empty when there is none. */
  static Mapping map(Node tree, String path) {
    return tree.at(path).flatMap(Node::mapping).orElse(Mapping.empty(tree.origin()));
  }

  /** The text at a dotted path, empty when there is none. */
  static String text(Node tree, String path) {
    return tree.at(path).flatMap(Node::string).orElse("");
  }
}
