package org.hubfleet.live;

import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * What Flux says of one set of objects.
 *
 * @param name of the Kustomization
 * @param applied the commit that it applied last, 40 hexadecimal digits; absent when it never did
 * @param health whether all is well
 * @param reason the word behind that, such as {@code HealthCheckFailed}; may be empty
 * @param message the sentence behind that; may be empty
 * @param isSuspended whether somebody told Flux to leave it alone
 */
public record FluxSet(
    String name,
    Optional<String> applied,
    Health health,
    String reason,
    String message,
    boolean isSuspended) {
  /** How a set is. */
  public enum Health {
    READY,
    /** Something failed. */
    FAILED,
    /** Flux is still at work on it, or has not begun. */
    WORKING,
    /** There is no such set on the cluster. */
    MISSING
  }

  /** Reads a live Kustomization. */
  static FluxSet of(String name, Optional<Mapping> live) {
    if (live.isEmpty()) {
      return new FluxSet(name, Optional.empty(), Health.MISSING, "", "", false);
    }
    Mapping object = live.get();
    Optional<Node> ready = ready(object);
    return new FluxSet(
        name,
        object.at("status.lastAppliedRevision").flatMap(Node::string).map(FluxSet::commit),
        health(object, ready),
        word(ready, "reason"),
        word(ready, "message"),
        object.at("spec.suspend").filter(Node::isTrue).isPresent());
  }

  /** The commit in a revision such as {@code main@sha1:<commit>}. */
  private static String commit(String revision) {
    return revision.substring(revision.lastIndexOf(':') + 1);
  }

  /** What Flux says of an older version of the set is not said of this one. */
  private static Health health(Mapping object, Optional<Node> ready) {
    String observed = word(ready, "observedGeneration");
    boolean old =
        !observed.isEmpty()
            && !observed.equals(object.at("metadata.generation").map(FluxSet::text).orElse(""));
    return switch (old ? "" : word(ready, "status")) {
      case "True" -> Health.READY;
      case "False" -> Health.FAILED;
      default -> Health.WORKING;
    };
  }

  private static Optional<Node> ready(Mapping object) {
    return object
        .at("status.conditions")
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of())
        .stream()
        .filter(item -> item.get("type").flatMap(Node::string).filter("Ready"::equals).isPresent())
        .findFirst();
  }

  private static String word(Optional<Node> tree, String key) {
    return tree.flatMap(node -> node.get(key)).map(FluxSet::text).orElse("");
  }

  private static String text(Node node) {
    return node.scalar().map(scalar -> scalar.text()).orElse("");
  }
}
