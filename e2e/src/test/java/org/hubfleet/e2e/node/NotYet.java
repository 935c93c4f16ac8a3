package org.hubfleet.e2e.node;

/** Why a container cannot start now, in the kubelet's word; it is tried again. */
final class NotYet extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  NotYet(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Such as {@code CreateContainerConfigError}. */
  String reason() {
    return reason;
  }
}
