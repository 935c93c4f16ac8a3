package org.hubfleet.capability.network;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Finds limits that nothing enforces. Reports {@code network/not-enforced}, {@code
 * network/unknown-engine}, {@code network/metadata-unguarded} and {@code network/names-unseen}.
 */
final class Enforcement {
  private static final RuleName NOT = RuleName.of("network/not-enforced");
  private static final RuleName UNKNOWN = RuleName.of("network/unknown-engine");
  private static final RuleName UNGUARDED = RuleName.of("network/metadata-unguarded");
  private static final RuleName UNSEEN = RuleName.of("network/names-unseen");

  private Enforcement() {}

  static void check(Values values, Provider provider, Engine engine, List<Diagnostic> problems) {
    limit(values.hub(), engine).ifPresent(problems::add);
    metadata(values, provider, engine).ifPresent(problems::add);
    names(values, engine).ifPresent(problems::add);
  }

  private static Optional<Diagnostic> limit(Hub hub, Engine engine) {
    Optional<Node> limit =
        hub.tree()
            .get("internet")
            .filter(node -> !node.isNull())
            .filter(node -> node.string().filter("open"::equals).isEmpty());
    String cluster = hub.cluster().name();
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    Place place = limit.get().origin().place();
    if (engine.isNone()) {
      return Optional.of(
          Diagnostic.error(
                  place,
                  NOT,
                  "nothing on cluster "
                      + cluster
                      + " enforces network policies, so servers would reach everything")
              .hint("move the hub to a cluster that does, or write internet: open")
              .related(engine.name().orElseThrow().origin().place(), "the cluster's file says so"));
    }
    return engine.name().isPresent()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                    place,
                    UNKNOWN,
                    "it is not known whether anything on cluster "
                        + cluster
                        + " enforces network policies; if nothing does, servers reach everything")
                .hint("say it in config/clusters/" + cluster + ".yaml: network: {engine: calico}"));
  }

  /** Told once for a cluster, at its own line. */
  private static Optional<Diagnostic> metadata(Values values, Provider provider, Engine engine) {
    boolean guarded = values.isTrue("singleuser.cloudMetadata.blockWithIptables");
    return engine
        .name()
        .filter(name -> engine.isNone() && !guarded)
        .filter(name -> provider.fact("metadata").isPresent())
        .map(
            name ->
                Diagnostic.warning(
                        name.origin().place(),
                        UNGUARDED,
                        "nothing here keeps servers of people from the cloud's metadata address,"
                            + " which hands out the rights of their node")
                    .hint(
                        "until something enforces network policies, say for the fleet or the hub"
                            + " jupyterhub.singleuser.cloudMetadata.blockWithIptables: true"));
  }

  private static Optional<Diagnostic> names(Values values, Engine engine) {
    boolean domains = values.context().get("internet").isPresent();
    String path = "singleuser.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace";
    return values
        .node(path)
        .filter(node -> domains && engine.seesNames() && node.isTrue())
        .map(
            node ->
                Diagnostic.error(
                        node.origin()
                            .configuredPlace()
                            .orElse(values.hub().clusterOrigin().place()),
                        UNSEEN,
                        engine.name().map(Scalar::text).orElse("")
                            + " learns addresses of domains from questions that no plain rule lets"
                            + " through: with this one servers reach none of the domains")
                    .hint("take it out: questions to name servers have a rule already"));
  }
}
