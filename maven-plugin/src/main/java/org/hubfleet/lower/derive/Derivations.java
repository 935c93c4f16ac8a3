package org.hubfleet.lower.derive;

import java.util.List;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.derive.entry.Entries;
import org.hubfleet.lower.derive.hub.ExtraFiles;
import org.hubfleet.lower.derive.hub.HubConfig;
import org.hubfleet.lower.derive.hub.HubPod;
import org.hubfleet.lower.derive.hub.HubRole;
import org.hubfleet.lower.derive.hub.Pulled;
import org.hubfleet.lower.derive.hub.Tokens;
import org.hubfleet.lower.derive.hub.Traits;
import org.hubfleet.lower.derive.network.Network;
import org.hubfleet.lower.derive.proxy.ProxyPod;
import org.hubfleet.lower.derive.proxy.PublicService;
import org.hubfleet.lower.derive.proxy.Traefik;
import org.hubfleet.lower.derive.puller.Puller;
import org.hubfleet.lower.derive.scheduling.UserPlaceholder;
import org.hubfleet.lower.derive.scheduling.UserScheduler;
import org.hubfleet.lower.derive.security.PodSecurity;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.shelf.Shelf;

/** All derivations, in the order in which they may read one another's results. */
public final class Derivations {
  private Derivations() {}

  /**
   * The list.
   *
   * @param shelf holds the texts that some of them hand on
   */
  public static List<Derivation> all(Shelf shelf) {
    return List.of(
        new Names(),
        new Labels(),
        new Accounts(),
        new SecretLines(),
        new Images(),
        new PullSecrets(),
        new Placement(),
        new UserScheduler(),
        new UserPlaceholder(),
        new Puller(),
        new Network(),
        new ExtraFiles(),
        new Pulled(),
        new Traits(),
        new Continuity(),
        new HubConfig(shelf),
        new Tokens(shelf),
        new HubPod(),
        new HubRole(),
        new ProxyPod(),
        new PublicService(),
        new Traefik(),
        new Entries(),
        new PodSecurity());
  }
}
