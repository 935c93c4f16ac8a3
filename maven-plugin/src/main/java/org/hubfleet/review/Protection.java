package org.hubfleet.review;

import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * How an object says that Flux must not delete it, or not overwrite what others put into it.
 *
 * <p>Source: the annotations of kustomize-controller 1.9.
 */
public final class Protection {
  private static final String FLUX = "kustomize.toolkit.fluxcd.io/";

  private Protection() {}

  /** Whether the object stays on the cluster when it is no longer among the files. */
  public static boolean isKept(Mapping object) {
    return annotation(object, FLUX + "prune").filter("disabled"::equals).isPresent();
  }

  /** Whether the object is made once and then left to others, as one with drawn tokens. */
  static boolean isMadeOnce(Mapping object) {
    return annotation(object, FLUX + "ssa").filter("IfNotPresent"::equals).isPresent();
  }

  /** Whether the object is deleted and made anew when it cannot be changed. */
  static boolean isForced(Mapping object) {
    return annotation(object, FLUX + "force").filter("enabled"::equals).isPresent();
  }

  private static Optional<String> annotation(Mapping object, String name) {
    return object
        .at("metadata.annotations")
        .flatMap(annotations -> annotations.get(name))
        .flatMap(Node::string);
  }
}
