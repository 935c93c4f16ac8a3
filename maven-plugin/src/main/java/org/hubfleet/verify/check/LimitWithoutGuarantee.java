package org.hubfleet.verify.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;
import org.hubfleet.verify.object.Complaint;

/**
 * People's servers may use some CPU and are guaranteed none. The API server then takes the limit
 * for the request too, so that a node has room for far fewer servers than was meant. Told once for
 * each limit.
 *
 * <p>Source: {@code SetDefaults_Pod} of Kubernetes 1.34; seen with a real scheduler.
 */
final class LimitWithoutGuarantee implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/limit-without-guarantee");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Blueprint blueprint = objects.blueprint();
    if (asksOtherwise(blueprint.jupyterhub())) {
      return List.of();
    }
    Map<Place, Diagnostic> found = new LinkedHashMap<>();
    for (ServerAmounts amounts :
        ServerAmounts.all(blueprint.jupyterhub(), ServerAmounts.Kind.CPU)) {
      if (amounts.limit().isPresent() && isNothing(amounts)) {
        Node limit = amounts.limit().get();
        found.putIfAbsent(limit.origin().place(), problem(blueprint, limit, amounts.picked()));
      }
    }
    return List.copyOf(found.values());
  }

  /** KubeSpawner leaves out a guarantee of zero as well. */
  private static boolean isNothing(ServerAmounts amounts) {
    return amounts.guarantee().flatMap(Quantity::spawner).orElse(BigDecimal.ZERO).signum() == 0;
  }

  private static Diagnostic problem(Blueprint blueprint, Node limit, String picked) {
    String amount = ServerAmounts.text(limit);
    return Complaint.warning(
            blueprint.hub(),
            limit.origin(),
            RULE,
            "servers may use "
                + amount
                + " of CPU and are guaranteed none, so Kubernetes keeps "
                + amount
                + " free for each"
                + picked)
        .hint("guarantee what a server needs at least, such as 0.5");
  }

  /** Whether CPU is asked for where any resource can be. */
  private static boolean asksOtherwise(Mapping jupyterhub) {
    Stream<Node> overrides =
        Pod.items(jupyterhub, "singleuser.profileList").stream()
            .flatMap(LimitWithoutGuarantee::overrides);
    return Pod.map(jupyterhub, "singleuser.extraResource.guarantees").get("cpu").isPresent()
        || Stream.concat(Stream.of(Pod.map(jupyterhub, "hub.config.KubeSpawner")), overrides)
            .anyMatch(
                traits -> Pod.map(traits, "extra_resource_guarantees").get("cpu").isPresent());
  }

  private static Stream<Node> overrides(Node profile) {
    Stream<Node> choices =
        Pod.map(profile, "profile_options").entries().values().stream()
            .flatMap(option -> Pod.map(option.value(), "choices").entries().values().stream())
            .map(choice -> (Node) Pod.map(choice.value(), "kubespawner_override"));
    return Stream.concat(Stream.of(Pod.map(profile, "kubespawner_override")), choices);
  }
}
