package org.hubfleet.lower.derive;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * {@code context.accounts.<pod>}: the name of the account a pod acts as; absent where the pod acts
 * as the namespace's default one.
 *
 * <p>An account that is made here has the name it was given, else the usual one; one that is not
 * made here is named only when it was given.
 */
final class Accounts implements Derivation {
  /** The pod's account is described at that path; its usual name is that of an object. */
  private record Account(String pod, String path, String usual) {}

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("hub", "hub.serviceAccount", "hub"),
          new Account("autohttps", "proxy.traefik.serviceAccount", "autohttps"),
          new Account(
              "user-scheduler", "scheduling.userScheduler.serviceAccount", "user-scheduler-deploy"),
          new Account(
              "continuous-image-puller",
              "prePuller.continuous.serviceAccount",
              "continuous-image-puller"),
          new Account(
              "hook-image-puller", "prePuller.hook.serviceAccountImagePuller", "hook-image-puller"),
          new Account("hook-image-awaiter", "prePuller.hook.serviceAccount", "hook-image-awaiter"));

  @Override
  public String key() {
    return "accounts";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Mapping.Builder names = Mapping.builder(values.hub().clusterOrigin());
    for (Account account : ACCOUNTS) {
      names.put(account.pod(), name(values, account));
    }
    return names.build();
  }

  private static Optional<Node> name(Values values, Account account) {
    Optional<Node> given = values.node(account.path() + ".name");
    Origin made = values.origin(account.path() + ".create");
    return values.isTrue(account.path() + ".create")
        ? Optional.of(given.orElseGet(() -> values.name(account.usual()).from(made)))
        : given;
  }
}
