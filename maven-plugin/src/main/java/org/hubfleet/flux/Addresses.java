package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Fleet;
import org.hubfleet.source.Scalar;

/**
 * Checks the addresses from which Flux is to fetch.
 *
 * <p>Reports {@code fleet/credentials-in-address} and {@code flux/unreachable-repository}.
 */
public final class Addresses {
  private static final RuleName CREDENTIALS = RuleName.of("fleet/credentials-in-address");
  private static final RuleName UNREACHABLE = RuleName.of("flux/unreachable-repository");

  private Addresses() {}

  /** The problems of a fleet, each address told once. */
  public static List<Diagnostic> inspect(Fleet fleet) {
    Set<Scalar> addresses = new LinkedHashSet<>();
    fleet.tree().at("deployment.repository").flatMap(n -> n.scalar()).ifPresent(addresses::add);
    fleet.clusters().forEach(cluster -> Source.address(cluster).ifPresent(addresses::add));
    Set<Scalar> used = new LinkedHashSet<>();
    fleet.clusters().forEach(cluster -> Source.address(cluster).ifPresent(used::add));
    List<Diagnostic> found = new ArrayList<>();
    for (Scalar address : addresses) {
      GitAddress git = new GitAddress(address.text());
      if (git.holdsCredentials()) {
        found.add(credentials(address));
      } else if (used.contains(address) && git.forFlux().isEmpty()) {
        found.add(unreachable(address));
      }
    }
    return found;
  }

  private static Diagnostic credentials(Scalar address) {
    return Diagnostic.error(
            address.origin().place(),
            CREDENTIALS,
            "the address holds a password or a token, which everyone who reads this file now has")
        .hint(
            "change that password, write the address without it, and name a Secret in flux.secret")
        .mask();
  }

  private static Diagnostic unreachable(Scalar address) {
    return Diagnostic.warning(
            address.origin().place(),
            UNREACHABLE,
            "Flux cannot fetch from \"" + address.text() + "\", so that there is nothing for it")
        .hint("Flux fetches over https, http or ssh; flux.url names another way to the repository");
  }
}
