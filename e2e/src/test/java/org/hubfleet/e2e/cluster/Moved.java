package org.hubfleet.e2e.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * What objects look like at one moment, without their status and the version that status moves.
 *
 * @param objects by their path on the API server
 */
public record Moved(Map<String, String> objects) {
  /** The objects as they are now. */
  public static Moved snapshot(Api api, List<Node> wanted) {
    Map<String, String> found = new TreeMap<>();
    for (Node object : wanted) {
      Mapping live = api.get(object).tree().mapping().orElseThrow().without("status");
      Mapping metadata = live.get("metadata").flatMap(Node::mapping).orElseThrow();
      found.put(
          ObjectAddress.of(object).path(), JsonWriter.write(live.with("metadata", ours(metadata))));
    }
    return new Moved(found);
  }

  /**
   * What an apply of ours could move: generation, labels and the fields we own. Controllers write
   * annotations and status of their own whenever they like.
   */
  private static Mapping ours(Mapping metadata) {
    List<Node> owned = new ArrayList<>();
    for (Node entry : metadata.get("managedFields").flatMap(Node::sequence).orElseThrow().items()) {
      if (entry
          .get("manager")
          .flatMap(Node::string)
          .filter("kustomize-controller"::equals)
          .isPresent()) {
        owned.add(entry);
      }
    }
    return Mapping.builder(metadata.origin())
        .put("uid", metadata.get("uid"))
        .put("generation", metadata.get("generation"))
        .put("labels", metadata.get("labels"))
        .put("managedFields", Sequence.of(owned, metadata.origin()))
        .build();
  }

  /** The paths of objects that have changed between this moment and a later one. */
  public List<String> since(Moved later) {
    List<String> moved = new ArrayList<>();
    objects.forEach(
        (path, text) -> {
          if (!text.equals(later.objects.get(path))) {
            moved.add(path);
          }
        });
    return moved;
  }
}
