package org.hubfleet.e2e.flux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Deadline;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** One Kustomization and what its controller says of it. */
record FluxSet(Api api, String name) {
  private static final String ALL =
      "/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The names of all there are. */
  static List<String> names(Api api) {
    return api.list(ALL).stream().map(set -> text(set, "metadata.name")).toList();
  }

  String path() {
    return ALL + "/" + name;
  }

  /** Whether there is such a set. */
  boolean exists() {
    return api.get(path()).code() == 200;
  }

  /** Waits until the set has been applied as that revision says, and found healthy. */
  void awaitApplied(String revision) {
    try {
      Deadline.after(PATIENCE).await(name, () -> isReady(set()) && applied().equals(revision));
    } catch (IllegalStateException late) {
      throw new IllegalStateException(
          name + " is not at " + revision + " but at " + applied() + ": " + message(), late);
    }
  }

  /** Waits until the set is not ready for a reason and with a message of those words. */
  void awaitTrouble(String... words) {
    try {
      Deadline.after(PATIENCE)
          .await(name, () -> List.of(words).stream().allMatch(trouble()::contains));
    } catch (IllegalStateException late) {
      throw new IllegalStateException(name + " is in no such trouble but: " + trouble(), late);
    }
  }

  private String trouble() {
    return condition(set())
        .filter(c -> text(c, "status").equals("False"))
        .map(c -> text(c, "reason") + ": " + text(c, "message"))
        .orElse("");
  }

  /** Waits until there is no such set any more. */
  void awaitGone() {
    Deadline.after(PATIENCE).await(name + " gone", () -> !exists());
  }

  /** Has the set applied again, whatever its revision, and waits for that. */
  void again(String token) {
    api.merge(
        path(),
        "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \""
            + token
            + "\"}}}");
    Deadline.after(PATIENCE)
        .await(
            name + " again",
            () -> text(set(), "status.lastHandledReconcileAt").equals(token) && isReady(set()));
  }

  String applied() {
    return text(set(), "status.lastAppliedRevision");
  }

  String message() {
    return condition(set()).map(c -> text(c, "message")).orElse("");
  }

  Node set() {
    return api.get(path()).tree();
  }

  private static boolean isReady(Node set) {
    return condition(set).filter(c -> text(c, "status").equals("True")).isPresent()
        && number(set, "metadata.generation").equals(number(set, "status.observedGeneration"));
  }

  private static Optional<Node> condition(Node set) {
    return set.at("status.conditions").flatMap(Node::sequence).map(Sequence::items).stream()
        .flatMap(List::stream)
        .filter(c -> text(c, "type").equals("Ready"))
        .findFirst();
  }

  private static String number(Node node, String path) {
    return node.at(path).flatMap(Node::scalar).map(Scalar::text).orElse("-");
  }

  static String text(Node node, String path) {
    return node.at(path).flatMap(Node::string).orElse("");
  }
}
