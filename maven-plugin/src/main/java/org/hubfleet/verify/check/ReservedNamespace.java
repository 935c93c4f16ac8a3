package org.hubfleet.verify.check;

import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;

/**
 * A hub lies in a namespace of the cluster's own, where its accounts would reach what runs the
 * cluster.
 */
final class ReservedNamespace implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/reserved-namespace");
  private static final Set<String> RESERVED =
      Set.of("default", "flux-system", "kube-node-lease", "kube-public", "kube-system");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Hub hub = objects.hub();
    return !RESERVED.contains(hub.namespace())
        ? List.of()
        : List.of(
            Diagnostic.error(
                    hub.tree()
                        .get("namespace")
                        .map(Node::origin)
                        .orElse(hub.clusterOrigin())
                        .place(),
                    RULE,
                    "the namespace \"" + hub.namespace() + "\" belongs to the cluster itself")
                .hint("give the hub a namespace of its own"));
  }
}
