package org.hubfleet.lower;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.derive.Derivations;
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

/** A hub {@code lab} on a cluster of minor 1.35, lowered from a few lines of YAML. */
public record Lowered(Blueprint blueprint, List<Diagnostic> problems) {
  private static final Shelf SHELF = Shelf.open();
  private static final Lowering LOWERING =
      new Lowering(new Upstream(SHELF), new Vocabularies(SHELF), List.of(), Derivations.all(SHELF));
  private static final Origin CLUSTER =
      Origin.at(new Place("config/communities/lab/hub.yaml", 1, 10), Layer.HUB);

  /** With those values below {@code jupyterhub}. */
  public static Lowered of(String values) {
    return of(values, "{}");
  }

  /** With those values and those further lines of the hub file. */
  public static Lowered of(String values, String hubFile) {
    Mapping jupyterhub =
        Mapping.builder(CLUSTER).put("jupyterhub", read("values.yaml", values)).build();
    Hub hub =
        new Hub(
            "lab",
            "lab",
            "config/communities/lab/hub.yaml",
            new Cluster("west", "gke", "1.35", Mapping.empty(CLUSTER)),
            "lab",
            "lab",
            read("hub.yaml", hubFile),
            List.of(new Hub.Override(Optional.of(jupyterhub), Optional.empty(), jupyterhub)),
            CLUSTER);
    Outcome<Blueprint> outcome = LOWERING.lower(hub);
    return new Lowered(outcome.value().orElseThrow(), outcome.diagnostics());
  }

  private static Mapping read(String file, String text) {
    return YamlReader.ofConfig()
        .read(file, text, Layer.HUB)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }

  /** The values as derivations see them. */
  public Values values() {
    return new Values(blueprint.hub(), blueprint.context(), blueprint.jupyterhub());
  }

  /** What was derived at a dotted path, as JSON on one line. */
  public String context(String path) {
    return json(blueprint.context().at(path).orElseThrow());
  }

  /** A tree as JSON on one line. */
  public static String json(Node node) {
    return JsonWriter.write(node).replaceAll("\\n\\s*", "").strip();
  }

  /** The rules that were broken, in order. */
  public List<String> rules() {
    return problems.stream().map(problem -> problem.rule().toString()).toList();
  }
}
