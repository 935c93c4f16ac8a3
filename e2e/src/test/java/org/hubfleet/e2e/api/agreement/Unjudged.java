package org.hubfleet.e2e.api.agreement;

import java.util.Set;

/** Kinds that no API server of the suite can be asked about. */
final class Unjudged {
  static final Set<String> KINDS =
      Set.of(
          // a file that kustomize reads, no object
          "kustomize.config.k8s.io/v1beta1/Kustomization",
          // their definitions lie in a module that the checksum database does not know
          "notification.toolkit.fluxcd.io/v1beta3/Alert",
          "notification.toolkit.fluxcd.io/v1beta3/Provider");

  private Unjudged() {}
}
