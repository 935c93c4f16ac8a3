package org.hubfleet.lower.derive.entry;

import org.hubfleet.model.Hub;

/** The Secret in which the cluster's issuer keeps the certificate for a hub's domain. */
public final class CertificateSecret {
  private CertificateSecret() {}

  /** Its name. */
  public static String of(Hub hub) {
    return hub.release() + "-tls";
  }
}
