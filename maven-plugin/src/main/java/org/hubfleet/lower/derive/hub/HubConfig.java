package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * {@code context.hubConfig}: {@code data} of the hub's ConfigMap, which are our fixed Python files
 * and the JSON they read, and {@code snippets}, those of the ConfigMap of people's own Python.
 */
public final class HubConfig implements Derivation {
  private static final String FOLDER = "upstream/hub/config/";

  /** Our Python, each beside the other in the hub's configuration folder. */
  static final List<String> PYTHON =
      List.of("jupyterhub_config.py", "people.py", "profile_guard.py", "z2jh.py");

  private final List<Scalar> python;

  /**
   * @param shelf holds the Python files
   */
  public HubConfig(Shelf shelf) {
    python =
        PYTHON.stream()
            .map(
                file ->
                    Scalar.string(
                        shelf.text(FOLDER + file),
                        Origin.at(new Place("shelf/" + FOLDER + file, 1, 1), Layer.COMPILER)))
            .toList();
  }

  @Override
  public String key() {
    return "hubConfig";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Snippets snippets = Snippets.of(values);
    Mapping.Builder data = Mapping.builder(values.hub().clusterOrigin());
    for (int i = 0; i < PYTHON.size(); i++) {
      data.put(PYTHON.get(i), python.get(i));
    }
    data.put("traits.json", json(values.derived("traits")));
    data.put("values.json", json(VisibleValues.of(values, snippets)));
    data.put("runtime.json", json(Runtime.of(values, snippets)));
    return Mapping.builder(values.hub().clusterOrigin())
        .put("data", data.build())
        .put("snippets", snippets.data())
        .build();
  }

  /** The tree as text, which came from wherever the values people wrote in it came from. */
  private static Scalar json(Node tree) {
    List<Origin> origins = new ArrayList<>();
    origins.add(tree.origin());
    collect(tree, origins);
    return Scalar.string(JsonWriter.write(tree), Origin.of(origins));
  }

  private static void collect(Node node, List<Origin> origins) {
    if (node.origin().isConfigured()) {
      origins.add(node.origin());
    }
    node.mapping()
        .ifPresent(map -> map.entries().values().forEach(e -> collect(e.value(), origins)));
    node.sequence().ifPresent(list -> list.items().forEach(item -> collect(item, origins)));
  }
}
