package org.hubfleet.capability.buckets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Node;

/** Finds overrides that take the identity of servers away, or that give them more than it. */
final class Access {
  private static final RuleName OTHER = RuleName.of("buckets/other-account");
  private static final RuleName TOKEN = RuleName.of("buckets/token-in-servers");
  private static final RuleName CLOSED = RuleName.of("buckets/metadata-closed");
  private static final RuleName OPEN = RuleName.of("buckets/metadata-open");
  private static final String ACCOUNT = "singleuser.serviceAccountName";
  private static final String TRAITS = "hub.config.KubeSpawner.";
  private static final String BLOCK = "singleuser.cloudMetadata.blockWithIptables";
  private static final String RULE =
      "singleuser.networkPolicy.egressAllowRules.cloudMetadataServer";

  private Access() {}

  static void check(Values values, Provider provider, List<Diagnostic> problems) {
    account(values).ifPresent(problems::add);
    token(values).ifPresent(problems::add);
    metadata(values, provider).ifPresent(problems::add);
  }

  private static Optional<Diagnostic> account(Values values) {
    Optional<Node> name = values.node(TRAITS + "service_account").or(() -> values.node(ACCOUNT));
    return name.filter(node -> node.string().filter(Identity.ACCOUNT::equals).isEmpty())
        .map(
            node ->
                Diagnostic.error(
                        place(values, node),
                        OTHER,
                        "servers act as "
                            + node.string().orElse("nobody")
                            + ", which no bucket of the hub lets in")
                    .hint("take this out, or the buckets"));
  }

  /** With an account of its own a server would get a token for Kubernetes unless told not to. */
  private static Optional<Diagnostic> token(Values values) {
    return Stream.of(
            TRAITS + "automount_service_account_token",
            "singleuser.extraPodConfig.automountServiceAccountToken",
            "singleuser.extraPodConfig.automount_service_account_token")
        .flatMap(path -> values.node(path).stream())
        .filter(Node::isTrue)
        .findFirst()
        .map(
            node ->
                Diagnostic.error(
                        place(values, node),
                        TOKEN,
                        "servers of people would have a token for Kubernetes")
                    .hint("take it out: buckets do not need it"));
  }

  private static Optional<Diagnostic> metadata(Values values, Provider provider) {
    boolean needed = provider.fact("identity.reaches").isPresent();
    if (needed && values.isTrue(BLOCK)) {
      return Optional.of(
          Diagnostic.error(
                  place(values, values.node(BLOCK).orElseThrow()),
                  CLOSED,
                  "servers ask the metadata address who they are, and this closes it: no bucket"
                      + " would let them in")
              .hint("take it out: the network policy lets servers ask for nothing else there"));
    }
    return values
        .node(RULE)
        .filter(Node::isTrue)
        .filter(node -> node.origin().isConfigured())
        .map(
            node ->
                Diagnostic.warning(
                        place(values, node),
                        OPEN,
                        needed
                            ? "the way to the metadata address is open already, as far as servers"
                                + " need it"
                            : "servers could ask the metadata address for the rights of their"
                                + " node, and buckets do not need it")
                    .hint("take it out"));
  }

  private static Place place(Values values, Node node) {
    return node.origin().configuredPlace().orElse(values.hub().clusterOrigin().place());
  }
}
