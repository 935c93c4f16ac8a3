package org.hubfleet.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Departure;
import org.hubfleet.shelf.Upstream;
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
  private final Upstream upstream;
  private final List<Capability> capabilities;
  private final List<Derivation> derivations;

  /**
   * @param capabilities in the order in which their values are laid over one another
   * @param derivations in the order in which they may read one another's results
   */
  public Lowering(Upstream upstream, List<Capability> capabilities, List<Derivation> derivations) {
    this.upstream = upstream;
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
    Mapping jupyterhub =
        Sections.restored(jupyterhub(roots(hub, defaults, problems)), jupyterhub(defaults));
    return Outcome.of(new Values(hub, context(hub), jupyterhub), problems);
  }

  /** The blueprint that follows from a hub's effective values. */
  public Outcome<Blueprint> derive(Values merged) {
    List<Diagnostic> problems = new ArrayList<>();
    Values values = merged;
    for (Derivation derivation : derivations) {
      values = values.with(derivation.key(), derivation.derive(values, problems));
    }
    Mapping tree =
        Mapping.builder(merged.hub().clusterOrigin())
            .put("context", values.context())
            .put("jupyterhub", merged.jupyterhub())
            .build();
    return Outcome.of(new Blueprint(merged.hub(), tree), problems);
  }

  private static Mapping jupyterhub(Mapping roots) {
    return roots.get("jupyterhub").flatMap(Node::mapping).orElseThrow();
  }

  /** The merged upstream values, by root. */
  private Mapping roots(Hub hub, Mapping defaults, List<Diagnostic> problems) {
    Mapping tree = defaults;
    for (Departure departure : upstream.departures()) {
      if (hub.departs(departure.name())) {
        tree = TreeMerge.merge(tree, departure.values());
      }
    }
    for (Capability capability : capabilities) {
      tree = TreeMerge.merge(tree, capability.lower(hub, problems));
    }
    for (Hub.Override override : hub.overrides()) {
      Optional<Mapping> values = override.values();
      if (values.isPresent()) {
        tree = TreeMerge.merge(tree, values.get());
      }
    }
    return tree;
  }

  private Mapping context(Hub hub) {
    Origin origin = hub.clusterOrigin();
    Origin namespace = hub.tree().get("namespace").map(Node::origin).orElse(origin);
    Origin release = hub.tree().get("release").map(Node::origin).orElse(origin);
    Mapping departures = Mapping.empty(origin);
    for (Departure departure : upstream.departures()) {
      departures =
          departures.with(departure.name(), Scalar.bool(hub.departs(departure.name()), origin));
    }
    return Mapping.builder(origin)
        .put("id", Scalar.string(hub.id(), origin))
        .put(
            "title",
            Scalar.string(hub.title(), hub.tree().get("title").map(Node::origin).orElse(origin)))
        .put("namespace", Scalar.string(hub.namespace(), namespace))
        .put("release", Scalar.string(hub.release(), release))
        .put("chart", Scalar.string("jupyterhub-" + upstream.chartVersion(), origin))
        .put("minor", Scalar.string(hub.cluster().minor(), origin))
        .put("departures", departures)
        .build();
  }
}
