package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;
import org.hubfleet.source.Scalar;

/**
 * What a person's server gets of one resource.
 *
 * @param guarantee as KubeSpawner reads it; absent when there is none
 * @param limit as KubeSpawner reads it; absent when there is none
 * @param picked the profile and the choices that lead there, for the end of a message; empty for
 *     the hub's own values
 */
record ServerAmounts(Optional<Node> guarantee, Optional<Node> limit, String picked) {
  private static final int MOST_COMBINATIONS = 1000;

  /** The resources that have a guarantee and a limit of their own. */
  enum Kind {
    MEMORY("memory", "mem", "memory"),
    CPU("cpu", "cpu", "CPU");

    private final String key;
    private final String trait;
    private final String word;

    Kind(String key, String trait, String word) {
      this.key = key;
      this.trait = trait;
      this.word = word;
    }

    /** The word of messages. */
    String word() {
      return word;
    }
  }

  /** Those of the hub's values, then of all that can be picked in each profile. */
  static List<ServerAmounts> all(Mapping jupyterhub, Kind kind) {
    Mapping values = Pod.map(jupyterhub, "singleuser." + kind.key);
    ServerAmounts base =
        new ServerAmounts(given(values.get("guarantee")), limit(values.get("limit")), "")
            .with(Pod.map(jupyterhub, "hub.config.KubeSpawner"), kind, "");
    List<ServerAmounts> found = new ArrayList<>();
    found.add(base);
    for (Node profile : Pod.items(jupyterhub, "singleuser.profileList")) {
      String name = " in the profile \"" + Pod.text(profile, "display_name") + "\"";
      List<ServerAmounts> open = List.of(base.with(override(profile), kind, name));
      for (Map.Entry<String, Mapping.Entry> option :
          Pod.map(profile, "profile_options").entries().entrySet()) {
        open = picked(open, option.getKey(), option.getValue().value(), kind);
      }
      found.addAll(open);
    }
    return found;
  }

  /** An amount as it is written. */
  static String text(Node amount) {
    return amount.scalar().map(Scalar::text).orElse("");
  }

  private ServerAmounts with(Mapping override, Kind kind, String pick) {
    return new ServerAmounts(
        given(override.get(kind.trait + "_guarantee").or(() -> guarantee)),
        limit(override.get(kind.trait + "_limit").or(() -> limit)),
        picked + pick);
  }

  private static Optional<Node> given(Optional<Node> amount) {
    return amount.filter(node -> !node.isNull());
  }

  /** KubeSpawner leaves out a limit of nothing. */
  private static Optional<Node> limit(Optional<Node> amount) {
    return given(amount)
        .filter(node -> Quantity.spawner(node).filter(number -> number.signum() == 0).isEmpty());
  }

  /** Every way on after an option; the same ways when it says nothing of the resource. */
  private static List<ServerAmounts> picked(
      List<ServerAmounts> open, String name, Node option, Kind kind) {
    Map<String, Mapping.Entry> choices = Pod.map(option, "choices").entries();
    boolean speaks =
        choices.values().stream()
            .map(choice -> override(choice.value()))
            .anyMatch(
                o ->
                    o.get(kind.trait + "_guarantee").isPresent()
                        || o.get(kind.trait + "_limit").isPresent());
    if (!speaks || open.size() * choices.size() > MOST_COMBINATIONS) {
      return open;
    }
    List<ServerAmounts> next = new ArrayList<>();
    for (ServerAmounts amounts : open) {
      choices.forEach(
          (key, choice) ->
              next.add(
                  amounts.with(override(choice.value()), kind, ", " + name + " \"" + key + "\"")));
    }
    return next;
  }

  private static Mapping override(Node node) {
    return Pod.map(node, "kubespawner_override");
  }
}
