package org.hubfleet.verify.object;

import org.hubfleet.model.Hub;
import org.hubfleet.source.Origin;

/**
 * Where objects belong.
 *
 * @param namespace in which the namespaced ones lie
 * @param origin of what answers for a value that has no place in {@code config/}
 */
public record Home(String namespace, Origin origin) {
  private static final String FLUX = "flux-system";

  /** That of a hub's own objects. */
  public static Home of(Hub hub) {
    return new Home(hub.namespace(), hub.clusterOrigin());
  }

  /** That of the objects that Flux reads. */
  public static Home ofFlux(Origin origin) {
    return new Home(FLUX, origin);
  }
}
