package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.flux} of a hub, which the templates of {@code shelf/flux/hub/} read: {@code name},
 * {@code account}, {@code delegated} rules and {@code bindable} roles, {@code shard} where there is
 * one, and of the hub's {@code main} set, and of the {@code first} one where something has to be
 * done before it, {@code name}, {@code path}, {@code after}, {@code healthChecks} and {@code
 * decryption}.
 */
final class HubFlux {
  /** Ids of hubs have no dots, so that none can be called like a set of ours. */
  private static final String PLATFORM = "hubs.platform";

  private static final String FIRST = ".first";

  private final Blueprint blueprint;
  private final Source source;
  private final List<Manifest> manifests;
  private final List<EncryptedSecret> secrets;
  private final Origin origin;

  HubFlux(
      Blueprint blueprint, Source source, List<Manifest> manifests, List<EncryptedSecret> secrets) {
    this.blueprint = blueprint;
    this.source = source;
    this.manifests = manifests;
    this.secrets = secrets;
    this.origin = blueprint.hub().clusterOrigin();
  }

  /** The hub's tree with that context. */
  Mapping tree() {
    Mapping context = blueprint.context().with("flux", flux());
    return blueprint.values().with("context", context);
  }

  private Mapping flux() {
    Hub hub = blueprint.hub();
    Delegation delegation = Delegation.of(manifests);
    Mapping.Builder flux =
        Mapping.builder(origin)
            .put("account", "hub-" + hub.id())
            .put("delegated", delegation.rules(origin))
            .put("bindable", delegation.roles(origin))
            .put("shard", Shards.of(hub))
            .put("main", main());
    return goesInTwo() ? flux.put("first", first()).build() : flux.build();
  }

  private boolean goesInTwo() {
    return manifests.stream().anyMatch(Manifest::goesFirst);
  }

  private Mapping main() {
    Hub hub = blueprint.hub();
    List<Node> after = new ArrayList<>(List.of(name(PLATFORM)));
    if (goesInTwo()) {
      after.add(name(hub.id() + FIRST));
    }
    List<Manifest> own = manifests.stream().filter(manifest -> !manifest.goesFirst()).toList();
    boolean encrypted =
        secrets.stream().anyMatch(secret -> !(goesInTwo() && secret.isPullSecret()));
    return set(hub.id(), folder(), after)
        .put("healthChecks", HealthChecks.of("Deployment", own, origin))
        .put("decryption", decryption(encrypted))
        .build();
  }

  private Mapping first() {
    boolean encrypted = secrets.stream().anyMatch(EncryptedSecret::isPullSecret);
    List<Manifest> own = manifests.stream().filter(Manifest::goesFirst).toList();
    return set(blueprint.hub().id() + FIRST, folder() + "/first", List.of(name(PLATFORM)))
        .put("healthChecks", HealthChecks.of("Job", own, origin))
        .put("decryption", decryption(encrypted))
        .build();
  }

  private Mapping.Builder set(String name, String folder, List<Node> after) {
    return Mapping.builder(origin)
        .put("name", name)
        .put("path", source.path(folder))
        .put("after", Sequence.of(after, origin));
  }

  private String folder() {
    return blueprint.hub().cluster().name() + "/hubs/" + blueprint.hub().id();
  }

  private Mapping name(String set) {
    return Mapping.builder(origin).put("name", Scalar.string(set, origin)).build();
  }

  private Optional<Mapping> decryption(boolean encrypted) {
    Optional<Mapping> keys =
        blueprint.hub().cluster().fact("flux.decryption").flatMap(Node::mapping);
    return keys.filter(facts -> encrypted)
        .map(
            facts ->
                Mapping.builder(facts.origin())
                    .put("provider", "sops")
                    .put("secretRef", facts.get("secret").map(HubFlux::reference))
                    .put("serviceAccountName", facts.get("account"))
                    .build());
  }

  private static Mapping reference(Node name) {
    return Mapping.builder(name.origin()).put("name", name).build();
  }
}
