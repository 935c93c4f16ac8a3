package org.hubfleet.verify.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.object.Complaint;

/**
 * A container asks for more of a resource than it may use, or for another amount of one that cannot
 * be shared, such as GPUs; the API server refuses it.
 */
final class RequestOverLimit implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/request-over-limit");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Pod pod : objects.pods()) {
      if (followsServers(pod, objects)) {
        continue;
      }
      for (Pod.Container container : pod.containers()) {
        Mapping limits = Pod.map(container.tree(), "resources.limits");
        for (Map.Entry<String, Mapping.Entry> request :
            Pod.map(container.tree(), "resources.requests").entries().entrySet()) {
          Node asked = request.getValue().value();
          mistake(request.getKey(), asked, limits.get(request.getKey()))
              .ifPresent(
                  mistake ->
                      found.add(
                          Complaint.error(
                              objects.hub(),
                              asked.origin(),
                              RULE,
                              pod.owner()
                                  + ": the container \""
                                  + container.name()
                                  + "\" asks for "
                                  + text(asked)
                                  + " of "
                                  + request.getKey()
                                  + mistake)));
        }
      }
    }
    return found;
  }

  /** A placeholder takes its room from people's servers: what is wrong with those is told there. */
  private static boolean followsServers(Pod pod, HubObjects objects) {
    return Pod.text(pod.labels(), "component").equals("user-placeholder")
        && Pod.map(objects.blueprint().jupyterhub(), "scheduling.userPlaceholder.resources")
            .isEmpty()
        && !new GuaranteeOverLimit().inspect(objects).isEmpty();
  }

  private static Optional<String> mistake(String resource, Node asked, Optional<Node> limit) {
    Optional<BigDecimal> least = Quantity.kubernetes(asked);
    Optional<BigDecimal> most = limit.flatMap(Quantity::kubernetes);
    boolean shared = !resource.contains("/") && !resource.startsWith("hugepages-");
    if (least.isEmpty() || (most.isEmpty() && (shared || limit.isPresent()))) {
      return Optional.empty();
    }
    if (most.isEmpty()) {
      return Optional.of(", which cannot be shared and needs an equal limit");
    }
    int order = least.get().compareTo(most.get());
    return order > 0
        ? Optional.of(" but may use no more than " + text(limit.get()))
        : order < 0 && !shared
            ? Optional.of(", which cannot be shared, but may use " + text(limit.get()))
            : Optional.empty();
  }

  private static String text(Node amount) {
    return amount.scalar().map(Scalar::text).orElse("");
  }
}
