package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.CommonBeginning;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.TreeMerge;

/**
 * {@code context.hubConfig}: {@code data} of the hub's ConfigMap, which are our fixed Python files
 * and the JSON they read, with its {@code checksum}, and {@code snippets}, those of the ConfigMap
 * of people's own Python.
 */
public final class HubConfig implements Derivation {
  private static final String FOLDER = "upstream/hub/config/";

  /** Our Python, each beside the other in the hub's configuration folder. */
  private static final List<String> PYTHON =
      List.of("jupyterhub_config.py", "people.py", "profile_guard.py", "pseudonyms.py", "z2jh.py");

  /** Files that only some hubs need, by what says so in the context. */
  private static final Map<String, String> FOR_SOME = Map.of("pseudonyms.py", "privacy.pseudonyms");

  private final List<Scalar> python;

  /** By the names of the Python files of a hub. */
  private final Map<List<String>, CommonBeginning> beginnings = new ConcurrentHashMap<>();

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

  /** The names of the Python files of one hub. */
  static List<String> python(Values values) {
    return PYTHON.stream()
        .filter(
            file ->
                !FOR_SOME.containsKey(file) || values.context().at(FOR_SOME.get(file)).isPresent())
        .toList();
  }

  @Override
  public String key() {
    return "hubConfig";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Snippets snippets = Snippets.of(values);
    Origin origin = values.hub().clusterOrigin();
    List<String> names = python(values);
    Mapping files = python(names, origin);
    Mapping json =
        Mapping.builder(origin)
            .put("traits.json", json(values.derived("traits")))
            .put("values.json", json(VisibleValues.of(values, snippets)))
            .put("runtime.json", json(Runtime.of(values, snippets)))
            .build();
    Mapping data = TreeMerge.merge(files, json);
    String checksum =
        beginnings.computeIfAbsent(names, n -> new CommonBeginning(files)).checksum(json);
    List<Origin> origins =
        data.entries().values().stream().map(entry -> entry.value().origin()).toList();
    return Mapping.builder(origin)
        .put("data", data)
        .put("checksum", Scalar.string(checksum, Origin.of(origins)))
        .put("snippets", snippets.data())
        .build();
  }

  private Mapping python(List<String> names, Origin origin) {
    Mapping.Builder files = Mapping.builder(origin);
    names.forEach(name -> files.put(name, python.get(PYTHON.indexOf(name))));
    return files.build();
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
