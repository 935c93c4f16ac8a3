package org.hubfleet.capability.network;

import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;

/**
 * Lowers the cluster's {@code network.metadata} to {@code singleuser.cloudMetadata.ip}, where it is
 * an IPv4 address: that path takes no other. Policies read an IPv6 one from the cluster themselves.
 */
final class MetadataAddress {
  private MetadataAddress() {}

  static void lower(Hub hub, LoweredValues values) {
    hub.cluster()
        .fact("network.metadata")
        .filter(fact -> fact.string().filter(MetadataAddress::isIpv4).isPresent())
        .ifPresent(address -> values.set("singleuser.cloudMetadata.ip", address));
  }

  private static boolean isIpv4(String text) {
    return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }
}
