package org.hubfleet.capability.network;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Lowers the cluster's {@code network.metadata} to {@code singleuser.cloudMetadata.ip}, where it is
 * an IPv4 address: that path takes no other. Policies read an IPv6 one from the cluster themselves.
 */
public final class MetadataAddress implements Capability {
  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Optional<Node> address =
        hub.cluster()
            .fact("network.metadata")
            .filter(fact -> fact.string().filter(MetadataAddress::isIpv4).isPresent());
    return address.map(MetadataAddress::values).orElse(Mapping.empty(hub.clusterOrigin()));
  }

  private static boolean isIpv4(String text) {
    return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }

  private static Mapping values(Node address) {
    Node tree = address;
    for (String key : List.of("ip", "cloudMetadata", "singleuser", "jupyterhub")) {
      tree = Mapping.builder(address.origin()).put(key, tree).build();
    }
    return (Mapping) tree;
  }
}
