package org.hubfleet.capability.pools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Room;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Quantity;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;

/**
 * What a server asks of a node, in the words of KubeSpawner.
 *
 * @param what it is called in reports
 * @param traits those that matter to a scheduler: what is the same for all servers, with what was
 *     chosen over it
 */
record Wanted(String what, Mapping traits) {
  private static final String TRAITS = "hub.config.KubeSpawner.";

  /** A server for which nothing is chosen. */
  static Wanted plain(Values values) {
    Mapping.Builder traits = Mapping.builder(values.origin("singleuser"));
    put(traits, values, "mem_guarantee", "singleuser.memory.guarantee");
    put(traits, values, "mem_limit", "singleuser.memory.limit");
    put(traits, values, "cpu_guarantee", "singleuser.cpu.guarantee");
    put(traits, values, "cpu_limit", "singleuser.cpu.limit");
    put(traits, values, "node_selector", "singleuser.nodeSelector");
    put(traits, values, "extra_resource_limits", "singleuser.extraResource.limits");
    put(traits, values, "extra_resource_guarantees", "singleuser.extraResource.guarantees");
    List<Node> tolerations = new ArrayList<>(values.items("scheduling.userPods.tolerations"));
    tolerations.addAll(values.items("singleuser.extraTolerations"));
    traits.put("tolerations", Sequence.of(tolerations, values.origin("scheduling.userPods")));
    return new Wanted("a server", traits.build());
  }

  private static void put(Mapping.Builder traits, Values values, String trait, String path) {
    traits.put(
        trait,
        values
            .node(TRAITS + trait)
            .or(() -> values.node(path))
            .or(() -> values.node("hub.config.Spawner." + trait)));
  }

  /** The same with what a choice changes; maps join, null takes away, all else replaces. */
  Wanted with(String choice, Optional<Mapping> override) {
    return new Wanted(
        what.equals("a server") ? choice : what + ", " + choice,
        override.map(over -> TreeMerge.merge(traits, over)).orElse(traits));
  }

  /** What has to be free on the node: what is kept, else the limit, as Kubernetes has it. */
  Room room() {
    BigDecimal memory = amount("mem_guarantee").or(() -> amount("mem_limit")).orElse(NOTHING);
    BigDecimal cores = amount("cpu_guarantee").or(() -> amount("cpu_limit")).orElse(NOTHING);
    return new Room(Room.millicores(cores), new Memory(memory.longValue()));
  }

  private static final BigDecimal NOTHING = BigDecimal.ZERO;

  private Optional<BigDecimal> amount(String trait) {
    return trait(trait).flatMap(Quantity::spawner);
  }

  private Optional<Node> trait(String name) {
    return traits.get(name).filter(node -> !node.isNull());
  }

  /** How many cards, or shares of one. */
  long cards() {
    return trait("extra_resource_limits")
        .or(() -> trait("extra_resource_guarantees"))
        .flatMap(map -> map.get(Gpu.RESOURCE))
        .flatMap(Quantity::kubernetes)
        .map(BigDecimal::longValue)
        .orElse(0L);
  }

  /** The labels that its node has to have; a null took one away. */
  Map<String, Mapping.Entry> labels() {
    Map<String, Mapping.Entry> labels = new LinkedHashMap<>();
    trait("node_selector").flatMap(Node::mapping).stream()
        .flatMap(map -> map.entries().entrySet().stream())
        .filter(label -> !label.getValue().value().isNull())
        .forEach(label -> labels.put(label.getKey(), label.getValue()));
    return labels;
  }

  /** Whether a node with that taint takes it; a taint that only prefers others does not count. */
  boolean tolerates(Mapping taint) {
    return text(taint, "effect").equals("PreferNoSchedule")
        || tolerations().stream().anyMatch(one -> tolerates(one, taint));
  }

  /** What it says of taints that it tolerates. */
  List<Node> tolerations() {
    return trait("tolerations").flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static boolean tolerates(Node toleration, Mapping taint) {
    boolean any = text(toleration, "operator").equals("Exists");
    String key = text(toleration, "key");
    String effect = text(toleration, "effect");
    return (key.isEmpty() ? any : key.equals(text(taint, "key")))
        && (any || text(toleration, "value").equals(text(taint, "value")))
        && (effect.isEmpty() || effect.equals(text(taint, "effect")));
  }

  private static String text(Node map, String key) {
    return map.get(key).flatMap(Node::scalar).map(Scalar::text).orElse("");
  }

  /** Where that is said which decides about the amount that does not fit. */
  Origin why(boolean memory) {
    String first = memory ? "mem_guarantee" : "cpu_guarantee";
    String second = memory ? "mem_limit" : "cpu_limit";
    return trait(first).or(() -> trait(second)).orElse(traits).origin();
  }

  Origin whyCards() {
    return trait("extra_resource_limits")
        .or(() -> trait("extra_resource_guarantees"))
        .flatMap(map -> map.get(Gpu.RESOURCE))
        .map(Node::origin)
        .orElse(traits.origin());
  }
}
