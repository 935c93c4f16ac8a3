package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/** The objects whose health tells that of a set, as Flux names them. */
final class HealthChecks {
  private HealthChecks() {}

  /**
   * Those of one kind. Not all objects are fit: placeholders wait for room on purpose, and a puller
   * is as slow as the slowest node.
   */
  static Sequence of(String kind, List<Manifest> manifests, Origin origin) {
    List<Node> checks = new ArrayList<>();
    for (Manifest manifest : manifests) {
      if (manifest.kind().equals(kind)) {
        Mapping object = manifest.object();
        checks.add(
            Mapping.builder(object.origin())
                .put("apiVersion", object.get("apiVersion"))
                .put("kind", object.get("kind"))
                .put("name", object.at("metadata.name"))
                .put("namespace", object.at("metadata.namespace"))
                .build());
      }
    }
    return Sequence.of(checks, origin);
  }
}
