package org.hubfleet.lower;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;

/**
 * Lowers a part of the hub language to upstream values. Pure: located values in, located values
 * out.
 */
public interface Capability {
  /**
   * Upstream values by root ({@code jupyterhub}: ...); an empty map when the hub does not use the
   * capability.
   */
  Mapping lower(Hub hub, List<Diagnostic> problems);
}
