package org.hubfleet.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Departure;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.TreeMerge;

/**
 * Makes the effective values of a hub: upstream's defaults, our departures, what capabilities lower
 * to, the overrides of fleet, community and hub; then what is derived from them.
 */
public final class Lowering {
  private static final String ROOT = "jupyterhub";

  private final Upstream upstream;
  private final Vocabularies vocabularies;
  private final List<KnownCapability> capabilities;
  private final List<Derivation> derivations;

  /**
   * @param capabilities in the order in which what they say appears
   * @param derivations in the order in which they may read one another's results
   */
  public Lowering(
      Upstream upstream,
      Vocabularies vocabularies,
      List<KnownCapability> capabilities,
      List<Derivation> derivations) {
    this.upstream = upstream;
    this.vocabularies = vocabularies;
    this.capabilities = List.copyOf(capabilities);
    this.derivations = List.copyOf(derivations);
  }

  /** The blueprint of one hub. */
  public Outcome<Blueprint> lower(Hub hub) {
    return merge(hub).then(this::derive);
  }

  /** The effective values of one hub, before anything is derived from them. */
  public Outcome<Values> merge(Hub hub) {
    List<Diagnostic> problems = new ArrayList<>();
    Mapping defaults = upstream.defaults(hub.cluster().minor());
    Vocabulary vocabulary = vocabularies.of(hub.cluster().minor());
    Contributions said = Contributions.of(hub, capabilities, vocabulary.walk(), problems);
    Mapping merged = said.lists().listed(jupyterhub(roots(hub, defaults, said)), problems);
    Mapping listed = KeyedLists.plain(merged, vocabulary.keyedLists());
    Mapping jupyterhub = Sections.restored(listed, jupyterhub(defaults));
    return Outcome.of(new Values(said.serve(), context(hub, said), jupyterhub), problems);
  }

  /** The blueprint that follows from a hub's effective values. */
  public Outcome<Blueprint> derive(Values merged) {
    List<Diagnostic> problems = new ArrayList<>();
    capabilities.forEach(known -> known.capability().inspect(merged, problems));
    Values values = merged;
    for (Derivation derivation : derivations) {
      values = values.with(derivation.key(), derivation.derive(values, problems));
    }
    Mapping tree =
        Mapping.builder(merged.hub().clusterOrigin())
            .put("context", values.context())
            .put(ROOT, merged.jupyterhub())
            .build();
    return Outcome.of(new Blueprint(merged.hub(), tree), problems);
  }

  private static Mapping jupyterhub(Mapping roots) {
    return roots.get(ROOT).flatMap(Node::mapping).orElseThrow();
  }

  /** The merged upstream values, by root. */
  private Mapping roots(Hub hub, Mapping defaults, Contributions said) {
    Mapping tree = defaults;
    for (Departure departure : upstream.departures()) {
      if (hub.departs(departure.name())) {
        tree = TreeMerge.merge(tree, departure.values());
      }
    }
    tree = tree.with(ROOT, said.lists().keyed(jupyterhub(tree)));
    tree = TreeMerge.merge(tree, said.values());
    for (Hub.Override override : hub.overrides()) {
      Optional<Mapping> values = override.values().filter(Lowering::hasMaps);
      if (values.isPresent()) {
        tree = TreeMerge.merge(tree, values.get());
      }
    }
    return tree;
  }

  /** Whether every root is a map; what else stands there is reported, and means nothing. */
  private static boolean hasMaps(Mapping roots) {
    return roots.entries().values().stream().allMatch(root -> root.value() instanceof Mapping);
  }

  private Mapping context(Hub hub, Contributions said) {
    Origin origin = hub.clusterOrigin();
    Origin namespace = hub.tree().get("namespace").map(Node::origin).orElse(origin);
    Origin release = hub.tree().get("release").map(Node::origin).orElse(origin);
    Mapping departures = Mapping.empty(origin);
    for (Departure departure : upstream.departures()) {
      departures =
          departures.with(departure.name(), Scalar.bool(hub.departs(departure.name()), origin));
    }
    Mapping own =
        Mapping.builder(origin)
            .put("id", Scalar.string(hub.id(), origin))
            .put(
                "title",
                Scalar.string(
                    hub.title(), hub.tree().get("title").map(Node::origin).orElse(origin)))
            .put("namespace", Scalar.string(hub.namespace(), namespace))
            .put("release", Scalar.string(hub.release(), release))
            .put("chart", Scalar.string("jupyterhub-" + upstream.chartVersion(), origin))
            .put("minor", Scalar.string(hub.cluster().minor(), origin))
            .put("departures", departures)
            .put("notes", said.notes())
            .build();
    return TreeMerge.merge(own, said.context());
  }
}
