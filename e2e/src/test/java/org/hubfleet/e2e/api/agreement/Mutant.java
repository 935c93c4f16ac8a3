package org.hubfleet.e2e.api.agreement;

/**
 * A changed object and what both judges say of it.
 *
 * @param kind such as {@code Deployment}
 * @param scope the definition and field that were changed
 * @param what was done, for people
 */
record Mutant(
    String kind, String scope, String operation, String what, Verdict ours, Verdict server) {
  /** The operation of what could not be made: no object with that place is one we accept. */
  static final String UNREACHED = "unreached";

  /** The operation of a field that both accept and the server then does not keep. */
  static final String LOST = "lost";

  /** The same mutant as one whose field is not kept. */
  Mutant lost() {
    return new Mutant(kind, scope, LOST, what, ours, server);
  }

  boolean isLost() {
    return operation.equals(LOST);
  }

  /** Whether one of our rules between objects refuses it, by its own name. */
  boolean isRefusedBetweenObjects() {
    return ours.rules().stream().anyMatch(rule -> !rule.startsWith("object/"));
  }

  /** Whether it was made at all. */
  boolean isReached() {
    return !operation.equals(UNREACHED);
  }

  /** Whether a cluster refuses what we let through. */
  boolean isFalseAccept() {
    return ours.accepts() && !server.accepts();
  }

  /** Whether we refuse what a cluster takes. */
  boolean isFalseReject() {
    return !ours.accepts() && server.accepts() && isReached();
  }

  @Override
  public String toString() {
    return (isLost()
            ? "LOST   "
            : isFalseAccept() ? "ACCEPT " : isFalseReject() ? "REJECT " : "same   ")
        + String.join(
            " | ",
            kind,
            scope,
            operation,
            what,
            String.join(",", ours.rules()),
            isFalseAccept() ? server.message().replaceAll("\\s+", " ") : ours.message());
  }
}
