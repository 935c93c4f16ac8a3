package org.hubfleet.lower.derive;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.lower.Lowering;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.YamlReader;

/** The blueprint of a hub called {@code lab} with one block of overrides, for unit tests. */
final class HubValues {
  private static final Origin ORIGIN = Origin.at(new Place("config/hub.yaml", 1, 1), Layer.HUB);
  private static final Shelf SHELF = Shelf.open();
  private static final Upstream UPSTREAM = new Upstream(SHELF);
  private static final Vocabularies VOCABULARIES = new Vocabularies(SHELF);

  private HubValues() {}

  /** The blueprint; {@code jupyterhub} is YAML, what stands below that root. */
  static Blueprint blueprint(String jupyterhub, String... hub) {
    return blueprintOn(Mapping.empty(ORIGIN), jupyterhub, hub);
  }

  /** The blueprint on a cluster with those facts, in YAML. */
  static Blueprint blueprintOn(String cluster, String jupyterhub, String... hub) {
    return blueprintOn(tree("config/clusters/west.yaml", cluster), jupyterhub, hub);
  }

  private static Blueprint blueprintOn(Mapping facts, String jupyterhub, String... hub) {
    Mapping values =
        Mapping.builder(ORIGIN).put("jupyterhub", tree("config/hub.yaml", jupyterhub)).build();
    Hub.Override override = new Hub.Override(Optional.of(values), Optional.empty(), values);
    Cluster cluster = new Cluster("west", "gke", "1.35", facts);
    Hub lab =
        new Hub(
            "lab",
            "lab",
            "config/communities/lab/hub.yaml",
            cluster,
            "lab",
            "lab",
            tree("config/hub.yaml", hub.length == 0 ? "cluster: west" : hub[0]),
            List.of(override),
            ORIGIN);
    return new Lowering(UPSTREAM, VOCABULARIES, List.of(), Derivations.all(SHELF))
        .lower(lab)
        .value()
        .orElseThrow();
  }

  /** What was derived at a dotted path of the context, as JSON; {@code absent} when nothing. */
  static String derived(String jupyterhub, String path) {
    return json(blueprint(jupyterhub).context(), path);
  }

  /** The node at a dotted path as JSON on one line; {@code absent} when there is none. */
  static String json(Node tree, String path) {
    return tree.at(path)
        .map(JsonWriter::write)
        .map(text -> text.replaceAll("\n *", "").replace("\": ", "\":"))
        .orElse("absent");
  }

  private static Mapping tree(String file, String text) {
    return YamlReader.ofConfig()
        .read(file, text, Layer.HUB)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }
}
