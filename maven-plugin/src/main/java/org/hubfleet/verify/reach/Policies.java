package org.hubfleet.verify.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.verify.check.Selector;

/**
 * The network policies of a namespace, and what they say together: a pod that none selects is not
 * limited; one that some select may do what any of their rules says.
 */
final class Policies {
  private static final String KIND = "NetworkPolicy";
  private static final String GROUP = "networking.k8s.io/";

  private final List<Mapping> policies;

  Policies(List<Manifest> manifests) {
    policies =
        manifests.stream()
            .filter(manifest -> manifest.kind().equals(KIND))
            .filter(manifest -> manifest.apiVersion().startsWith(GROUP))
            .map(Manifest::object)
            .toList();
  }

  /**
   * Whether one pod of the namespace may open a TCP connection to a target.
   *
   * @param unlimited what says so where no policy selects the pod
   */
  Verdict out(Mapping labels, Target to, int port, Origin unlimited) {
    return judged("Egress", "to", labels, to, to, port, unlimited);
  }

  /** Whether a pod of such a namespace may be asked by another. */
  Verdict in(Target asked, Target from, int port, Origin unlimited) {
    return judged("Ingress", "from", asked.labels(), from, asked, port, unlimited);
  }

  private Verdict judged(
      String type,
      String peers,
      Mapping labels,
      Target other,
      Target asked,
      int port,
      Origin unlimited) {
    List<Mapping> limits =
        policies.stream().filter(policy -> selects(policy, type, labels)).toList();
    if (limits.isEmpty()) {
      return new Verdict(true, unlimited);
    }
    return limits.stream()
        .flatMap(policy -> rules(policy, type, peers))
        .filter(rule -> rule.covers(other, asked, port))
        .findFirst()
        .map(rule -> new Verdict(true, rule.tree().origin()))
        .orElseGet(() -> new Verdict(false, limits.get(0).origin()));
  }

  /** The rules for connections that a pod opens; absent where it is not limited. */
  Optional<List<Rule>> rulesOut(Mapping labels) {
    List<Mapping> limits =
        policies.stream().filter(policy -> selects(policy, "Egress", labels)).toList();
    List<Rule> rules = new ArrayList<>();
    limits.forEach(policy -> rules(policy, "Egress", "to").forEach(rules::add));
    return limits.isEmpty() ? Optional.empty() : Optional.of(rules);
  }

  private static Stream<Rule> rules(Mapping policy, String type, String peers) {
    String key = type.equals("Egress") ? "egress" : "ingress";
    Node spec = policy.get("spec").orElse(policy);
    return Rule.items(spec, key).stream().map(rule -> new Rule(rule, peers));
  }

  /** Without types a policy is about what comes in, and about what goes out where it says so. */
  private static boolean selects(Mapping policy, String type, Mapping labels) {
    Node spec = policy.get("spec").orElse(policy);
    List<String> types =
        Rule.items(spec, "policyTypes").stream().flatMap(t -> t.string().stream()).toList();
    boolean about =
        types.isEmpty()
            ? type.equals("Ingress") || spec.get("egress").isPresent()
            : types.contains(type);
    return about
        && spec.get("podSelector")
            .flatMap(Node::mapping)
            .map(selector -> Selector.of(selector).matches(labels))
            .orElse(true);
  }
}
