package org.hubfleet.e2e.api.agreement;

import java.util.Set;

/** Kinds that no API server of the suite can be asked about. */
final class Unjudged {
  static final Set<String> KINDS =
      Set.of(
          // a file that kustomize reads, no object
          "kustomize.config.k8s.io/v1beta1/Kustomization",
          // only the part of it that we emit has a schema
          "cilium.io/v2/CiliumNetworkPolicy",
          // its definition is part of GKE and not published
          "networking.gke.io/v1alpha1/FQDNNetworkPolicy",
          // their definitions lie in a module that the checksum database does not know
          "notification.toolkit.fluxcd.io/v1beta3/Alert",
          "notification.toolkit.fluxcd.io/v1beta3/Provider");

  private Unjudged() {}
}
