package org.hubfleet.capability.events;

import java.util.Optional;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.size.HubSizes;
import org.hubfleet.model.size.Nodes;
import org.hubfleet.model.size.Size;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Makes placeholders exactly as large as the servers of an event, and brings them to the same
 * nodes, where those are not what everybody gets anyway.
 */
final class Placeholders {
  private static final String PLACEHOLDER = "scheduling.userPlaceholder.";

  private Placeholders() {}

  static void lower(Event event, HubSizes sizes, LoweredValues values) {
    Optional<Size> size = Seats.sizeOf(event, sizes);
    if (size.isEmpty() || size.equals(sizes.usual())) {
      return;
    }
    Origin why = event.size().orElseThrow().origin().with(size.get().why());
    values.set(PLACEHOLDER + "resources", resources(size.get(), why));
    size.get()
        .pool()
        .ifPresent(
            pool -> {
              Nodes.selector(pool, why)
                  .ifPresent(s -> values.set(PLACEHOLDER + "extraPodSpec.nodeSelector", s));
              Nodes.allTolerations(pool, why)
                  .ifPresent(t -> values.set(PLACEHOLDER + "extraPodSpec.tolerations", t));
            });
  }

  private static Mapping resources(Size size, Origin why) {
    Mapping.Builder requests =
        Mapping.builder(why).put("memory", Scalar.string(size.kept().memory().quantity(), why));
    if (size.kept().millicores() > 0) {
      requests.put("cpu", Scalar.string(size.kept().cores().toPlainString(), why));
    }
    Mapping.Builder resources = Mapping.builder(why);
    if (size.cards() > 0) {
      Scalar cards = Scalar.string(Integer.toString(size.cards()), why);
      requests.put(Gpu.RESOURCE, cards);
      resources.put("limits", Mapping.builder(why).put(Gpu.RESOURCE, cards).build());
    }
    return resources.put("requests", requests.build()).build();
  }
}
