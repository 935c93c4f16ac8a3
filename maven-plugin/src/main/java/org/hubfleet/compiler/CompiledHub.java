package org.hubfleet.compiler;

import java.util.List;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;

/**
 * One hub after all passes.
 *
 * @param manifests verified, in the order of the shelf
 */
public record CompiledHub(Blueprint blueprint, List<Manifest> manifests) {
  public CompiledHub {
    manifests = List.copyOf(manifests);
  }
}
