package org.hubfleet.e2e.scheduler;

import java.util.List;
import java.util.Map;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.source.Node;

/**
 * What the schedulers made of a pod.
 *
 * @param node where it was put; empty when nowhere
 * @param reason why it was put nowhere, in the scheduler's words; empty while it did not say
 */
record Placed(
    String name,
    String component,
    String node,
    String reason,
    int priority,
    Resources asked,
    Map<String, String> selector) {
  static final String SERVER = "singleuser-server";
  static final String PLACEHOLDER = "user-placeholder";
  private static final String PODS = "/api/v1/namespaces/%s/pods";

  /** The pods of a namespace that are not on their way out. */
  static List<Placed> in(Api api, String namespace) {
    return of(api.list(path(namespace)));
  }

  /** The pods on a node, whoever they belong to. */
  static List<Placed> on(Api api, String node) {
    return of(api.list("/api/v1/pods?fieldSelector=spec.nodeName%3D" + node));
  }

  /** The path of the pods of a namespace. */
  static String path(String namespace) {
    return PODS.formatted(namespace);
  }

  private static List<Placed> of(List<Node> pods) {
    return pods.stream()
        .filter(pod -> pod.at("metadata.deletionTimestamp").isEmpty())
        .map(Placed::of)
        .toList();
  }

  /** A pod as the API server has it, or as it is to be. */
  static Placed of(Node pod) {
    String priority = Tree.text(pod, "spec.priority");
    return new Placed(
        Tree.text(pod, "metadata.name"),
        Tree.text(pod, "metadata.labels.component"),
        Tree.text(pod, "spec.nodeName"),
        Tree.items(pod, "status.conditions").stream()
            .filter(condition -> Tree.text(condition, "type").equals("PodScheduled"))
            .filter(condition -> Tree.text(condition, "status").equals("False"))
            .map(condition -> Tree.text(condition, "message"))
            .findFirst()
            .orElse(""),
        priority.isEmpty() ? 0 : Integer.parseInt(priority),
        Resources.ofPod(pod),
        Tree.texts(pod, "spec.nodeSelector"));
  }

  /** Whether it is a person's server, or keeps room for one. */
  boolean isForPeople() {
    return component.equals(SERVER) || component.equals(PLACEHOLDER);
  }

  /** Whether it has to go when a pod of the usual priority wants its room. */
  boolean givesWay() {
    return priority < 0;
  }

  boolean isBound() {
    return !node.isEmpty();
  }

  boolean isDecided() {
    return isBound() || !reason.isEmpty();
  }
}
