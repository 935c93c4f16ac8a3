package org.hubfleet.e2e.scheduler;

import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Amounts by the name of the resource, in base units (bytes, cores, pieces); what is not named is
 * zero.
 */
record Resources(Map<String, BigDecimal> amounts) {
  static final String PODS = "pods";
  static final Resources NOTHING = new Resources(Map.of());

  Resources {
    amounts = new TreeMap<>(amounts);
  }

  /** The amounts of a map of Kubernetes quantities. */
  static Resources of(Optional<Node> quantities) {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    quantities
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach(
            (name, entry) ->
                amounts.put(
                    name,
                    Quantity.fromString(entry.value().scalar().map(Scalar::text).orElse("0"))
                        .getNumber()));
    return new Resources(amounts);
  }

  /** What the scheduler keeps free for a pod, and one of the node's places for pods. */
  static Resources ofPod(Node pod) {
    Resources together = NOTHING;
    Resources most = NOTHING;
    for (Node first : containers(pod, "spec.initContainers")) {
      Resources asked = ofContainer(first);
      boolean stays = Tree.text(first, "restartPolicy").equals("Always");
      together = stays ? together.plus(asked) : together;
      most = most.joined(stays ? together : together.plus(asked), BigDecimal::max);
    }
    for (Node container : containers(pod, "spec.containers")) {
      together = together.plus(ofContainer(container));
    }
    return together
        .joined(most, BigDecimal::max)
        .plus(of(pod.at("spec.overhead")))
        .plus(new Resources(Map.of(PODS, BigDecimal.ONE)));
  }

  /** A limit without a request is a request of the same amount: so the API server fills it in. */
  private static Resources ofContainer(Node container) {
    Map<String, BigDecimal> asked = new TreeMap<>(of(container.at("resources.limits")).amounts());
    asked.putAll(of(container.at("resources.requests")).amounts());
    return new Resources(asked);
  }

  private static List<Node> containers(Node pod, String path) {
    return Tree.items(pod, path);
  }

  Resources plus(Resources other) {
    return joined(other, BigDecimal::add);
  }

  Resources minus(Resources other) {
    return joined(other, BigDecimal::subtract);
  }

  BigDecimal of(String name) {
    return amounts.getOrDefault(name, BigDecimal.ZERO);
  }

  /** How many of those fit into this. */
  int times(Resources each) {
    return each.amounts().keySet().stream().mapToInt(name -> times(each, name)).min().orElseThrow();
  }

  /** The resources that are too short for one more, once as many as fit are there; sorted. */
  List<String> shortOf(Resources each) {
    int most = times(each);
    List<String> names = new ArrayList<>();
    each.amounts().keySet().stream().filter(name -> times(each, name) == most).forEach(names::add);
    return names;
  }

  private int times(Resources each, String name) {
    return each.of(name).signum() == 0
        ? Integer.MAX_VALUE
        : Math.max(0, of(name).divide(each.of(name), 0, RoundingMode.DOWN).intValueExact());
  }

  private Resources joined(Resources other, BinaryOperator<BigDecimal> operation) {
    Map<String, BigDecimal> result = new TreeMap<>(amounts);
    other.amounts().forEach((name, amount) -> result.put(name, operation.apply(of(name), amount)));
    return new Resources(result);
  }
}
