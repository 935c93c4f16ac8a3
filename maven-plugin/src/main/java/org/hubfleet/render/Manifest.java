package org.hubfleet.render;

import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * One Kubernetes object.
 *
 * @param component the shelf it came from, which is also the file it goes to
 * @param object with {@code apiVersion}, {@code kind} and {@code metadata.name}; every value knows
 *     its origin
 */
public record Manifest(String component, Mapping object) {
  /** The component of objects that tell Flux what to apply, or let it. */
  public static final String FLUX = "flux";

  private static final String HOOK_PULLER = "hook-puller";

  /** Such as {@code apps/v1}. */
  public String apiVersion() {
    return text("apiVersion");
  }

  /** Such as {@code Deployment}. */
  public String kind() {
    return text("kind");
  }

  /** {@code metadata.name}. */
  public String name() {
    return text("metadata.name");
  }

  /** {@code metadata.namespace}; absent for what is cluster-scoped. */
  public Optional<String> namespace() {
    return object.at("metadata.namespace").flatMap(Node::string);
  }

  /** Whether it is there for Flux alone. */
  public boolean isForFlux() {
    return component.equals(FLUX);
  }

  /** Whether it has to have done its work before the rest of its hub is applied. */
  public boolean goesFirst() {
    return component.equals(HOOK_PULLER);
  }

  /** {@code Kind/name}, as people write it. */
  public String id() {
    return kind() + "/" + name();
  }

  private String text(String path) {
    return object.at(path).flatMap(Node::string).orElse("");
  }
}
