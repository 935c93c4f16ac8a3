package org.hubfleet.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.TreeMerge;

/**
 * Merges the layers of a hub over the defaults of capabilities. A default counts only below a key
 * that some layer has: what nobody asked for is not switched on by a default.
 */
final class CapabilityDefaults {
  private static final String EACH = "*";
  private static final String OVERRIDES = "overrides";

  private final List<CapabilityFolder> capabilities;

  CapabilityDefaults(List<CapabilityFolder> capabilities) {
    this.capabilities = List.copyOf(capabilities);
  }

  /**
   * The merged tree, without overrides.
   *
   * @param layers weakest first, not empty
   */
  Mapping merge(List<Mapping> layers) {
    Mapping wishes = laid(Mapping.empty(layers.get(0).origin()), layers);
    Mapping defaults = Mapping.empty(layers.get(0).origin());
    for (CapabilityFolder capability : capabilities) {
      defaults = TreeMerge.merge(defaults, below(capability.defaults(), wishes));
    }
    return defaults.isEmpty() ? wishes : laid(defaults, layers);
  }

  private static Mapping laid(Mapping below, List<Mapping> layers) {
    Mapping merged = below;
    for (Mapping layer : layers) {
      merged = TreeMerge.merge(merged, layer.without(OVERRIDES));
    }
    return merged;
  }

  /** The part of the defaults whose maps the wishes have too. */
  private static Mapping below(Mapping defaults, Mapping wishes) {
    Mapping.Builder found = Mapping.builder(defaults.origin());
    for (Map.Entry<String, Mapping.Entry> entry : wishes.entries().entrySet()) {
      Optional<Node> known = defaults.get(entry.getKey()).or(() -> defaults.get(EACH));
      if (known.isPresent()
          && known.get() instanceof Mapping inner
          && entry.getValue().value() instanceof Mapping wish) {
        Mapping part = inside(inner, wish);
        if (!part.isEmpty()) {
          found.put(entry.getKey(), part);
        }
      }
    }
    return found.build();
  }

  /** All of a map of defaults; of the maps in it what the wish has too. */
  private static Mapping inside(Mapping defaults, Mapping wish) {
    Mapping.Builder found = Mapping.builder(defaults.origin());
    for (Map.Entry<String, Mapping.Entry> entry : defaults.entries().entrySet()) {
      if (!(entry.getValue().value() instanceof Mapping)) {
        found.put(entry.getKey(), entry.getValue().key(), entry.getValue().value());
      }
    }
    below(defaults, wish)
        .entries()
        .forEach((key, entry) -> found.put(key, entry.key(), entry.value()));
    return found.build();
  }
}
